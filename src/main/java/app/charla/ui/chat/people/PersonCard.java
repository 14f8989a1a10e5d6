package app.charla.ui.chat.people;

import app.charla.chat.Chat;
import app.charla.profile.ProfileCard;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatAvatars;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.PresenceMark;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.function.Function;

/** The card of a person: the profile as another person sees it, shared chats, and actions such as opening a chat. */
class PersonCard extends Div {

    private final Div actions = new Div();

    /**
     * @param slug the slug of the space that is open
     * @param shared the groups and public chats that both people are in
     * @param titles returns the title of a chat
     */
    PersonCard(ProfileCard card, String slug, List<Chat> shared, Function<Chat, String> titles) {
        addClassName("person-card");
        var avatar = Avatar.of(card.person());
        avatar.addClassName("large");
        var name = new Paragraph(card.person().name());
        name.addClassName("name");
        var username = new Paragraph("@" + card.person().username());
        username.addClassName("hint");
        var names = new Div(name, username, PresenceMark.words(card.person().id()));
        var head = new Div(PresenceMark.on(avatar, card.person().id()), names);
        head.addClassName("head");
        actions.addClassName("offers");
        add(head, new ProfileFacts(card));
        if (!shared.isEmpty()) {
            add(new Div(new H3(getTranslation("profile.shared")), chats(slug, shared, titles)));
        }
        add(actions);
    }

    private static UnorderedList chats(String slug, List<Chat> shared, Function<Chat, String> titles) {
        var list = new UnorderedList();
        list.addClassName("shared-chats");
        for (Chat chat : shared) {
            String title = titles.apply(chat);
            var link = new Anchor(Addresses.chat(slug, chat.id()));
            link.add(ChatAvatars.of(chat, title, chat.id().toString()), new Span(title));
            link.getElement().setAttribute("router-link", "");
            list.add(new ListItem(link));
        }
        return list;
    }

    /** Adds a button for a common action. */
    void addAction(String text, Command action) {
        var button = new NativeButton(text, click -> action.execute());
        button.addClassNames("button", "primary");
        actions.add(button);
    }

    /** Adds a button for a rare action. */
    void addSecondaryAction(String text, Command action) {
        var button = new NativeButton(text, click -> action.execute());
        button.addClassNames("button", "secondary");
        actions.add(button);
    }

    /** Adds a status text, such as that the person is blocked. */
    void addStatus(String text) {
        var line = new Paragraph(text);
        line.addClassName("hint");
        line.getElement().setAttribute("role", "status");
        actions.add(line);
    }

    /** Removes all actions and status texts. */
    void clearActions() {
        actions.removeAll();
    }
}
