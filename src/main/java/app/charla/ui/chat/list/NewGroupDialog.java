package app.charla.ui.chat.list;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.PeopleFields;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The dialog that creates a group with a name and members. One dialog creates one group, however often it is submitted. */
class NewGroupDialog extends Dialog {

    private final transient Actor actor;
    private final transient GroupService groups;
    private final SerializableConsumer<ChatId> then;
    private final String requestKey = UUID.randomUUID().toString();
    private final Field name = new Field("group-name", getTranslation("newGroup.name"));
    private final MultiSelectComboBox<Profile> members;

    NewGroupDialog(Actor actor, GroupService groups, ProfileDirectory profiles, SerializableConsumer<ChatId> then) {
        this.actor = actor;
        this.groups = groups;
        this.then = then;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("newGroup.title"));
        name.withType("text", "off").attribute("maxlength", "80");
        name.input().setValueChangeMode(ValueChangeMode.LAZY);
        members = PeopleFields.multiple(actor, profiles, Set.of(actor.account()));
        members.setLabel(getTranslation("newGroup.members"));
        members.setPlaceholder(getTranslation("people.placeholder"));
        add(name, members);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var create = new NativeButton(getTranslation("newGroup.create"), click -> create());
        create.addClassNames("button", "primary");
        name.input().getElement().addEventListener("keydown", enter -> create()).setFilter("event.key === 'Enter'");
        getFooter().add(cancel, create);
        name.input().focus();
    }

    private void create() {
        if (!isOpened()) {
            return;
        }
        List<AccountId> others = members.getValue().stream().map(Profile::id).toList();
        try {
            ChatId created = groups.create(actor, name.value(), others, requestKey)
                    .chat()
                    .id();
            close();
            then.accept(created);
        } catch (InvalidException | TooManyRequestsException refused) {
            name.showError(FailureText.text(refused, getLocale()));
            name.input().focus();
        }
    }
}
