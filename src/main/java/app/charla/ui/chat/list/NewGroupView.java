package app.charla.ui.chat.list;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.chat.ContactPicker;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * View that creates a group: its name, and the contact list to pick members from. One view creates one group, however often
 * the button is pressed.
 */
@Route(Addresses.NEW_GROUP)
@PermitAll
class NewGroupView extends ContactView {

    private final transient GroupService groups;
    private final transient ProfileDirectory profiles;
    private final String requestKey = UUID.randomUUID().toString();
    private final Field name = new Field("group-name", getTranslation("newGroup.name"));

    NewGroupView(SpaceService spaces, GroupService groups, ProfileDirectory profiles) {
        super(spaces, "newGroup.title");
        this.groups = groups;
        this.profiles = profiles;
        name.withType("text", "off").attribute("maxlength", "80");
        name.input().setValueChangeMode(ValueChangeMode.LAZY);
    }

    @Override
    protected void show(Actor actor, String slug) {
        var contacts = new ContactPicker(actor, profiles, Set.of(actor.account()));
        var create = new NativeButton(getTranslation("newGroup.create"), click -> create(actor, slug, contacts));
        create.addClassNames("button", "primary");
        name.input()
                .getElement()
                .addEventListener("keydown", enter -> create(actor, slug, contacts))
                .setFilter("event.key === 'Enter'");
        var footer = new Div(create);
        footer.addClassName("contact-footer");
        add(name, new H2(getTranslation("newGroup.members")), contacts, footer);
        name.input()
                .getElement()
                .executeJs("if (!matchMedia('(hover: none) and (pointer: coarse)').matches) this.focus()");
    }

    private void create(Actor actor, String slug, ContactPicker contacts) {
        List<AccountId> others = contacts.picked().stream().map(Profile::id).toList();
        try {
            ChatId created = groups.create(actor, name.value(), others, requestKey)
                    .chat()
                    .id();
            UI.getCurrent().navigate(Addresses.chat(slug, created));
        } catch (InvalidException | TooManyRequestsException refused) {
            name.showError(FailureText.text(refused, getLocale()));
            name.input().focus();
        }
    }
}
