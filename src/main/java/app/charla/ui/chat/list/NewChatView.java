package app.charla.ui.chat.list;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ContactPicker;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;

/** View that opens a private chat: the contact list, with a link to a new group above it. Also a shortcut of the installed app. */
@Route(Addresses.NEW_CHAT)
@RouteAlias(Addresses.NEW_CHAT_HOME)
@PermitAll
class NewChatView extends ContactView {

    private final transient ChatService chats;
    private final transient ProfileDirectory profiles;

    NewChatView(SpaceService spaces, ChatService chats, ProfileDirectory profiles) {
        super(spaces, "newPrivate.title");
        this.chats = chats;
        this.profiles = profiles;
    }

    @Override
    protected void show(Actor actor, String slug) {
        var group = new Anchor(Addresses.newGroup(slug), new Icon("spaces"), new Span(getTranslation("new.group")));
        group.addClassName("contact-link");
        group.getElement().setAttribute("router-link", "");
        var hint = new Paragraph(getTranslation("newPrivate.hint"));
        hint.addClassName("hint");
        var contacts = new ContactPicker(actor, profiles, person -> open(actor, slug, person));
        add(group, contacts, hint);
        contacts.focusSearch();
    }

    private void open(Actor actor, String slug, Profile person) {
        ChatId chat = chats.openPrivate(actor, person.id()).chat().id();
        UI.getCurrent().navigate(Addresses.chat(slug, chat));
    }
}
