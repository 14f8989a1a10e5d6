package app.charla.ui.shell;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.Space;
import app.charla.space.SpaceMembers;
import app.charla.ui.Addresses;
import app.charla.ui.chat.conversation.OutboxTransport;
import app.charla.ui.chat.list.ChatListPanel;
import app.charla.ui.chat.list.NewChatMenu;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The pane of the chat list: the name of the space, links to saved messages and to its settings, and the chats. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ChatListPane extends Section {

    private final ChatListPanel list;
    private final NewChatMenu newChat;
    private final OutboxTransport outbox;
    private final transient SpaceMembers members;
    private final WelcomeCard welcome = new WelcomeCard();
    private @Nullable Actor welcomed;
    private final H1 title = new H1();
    private final Anchor saved = new Anchor("", new Icon("bookmark"));
    private final Anchor settings = new Anchor("", new Icon("gear"));

    ChatListPane(ChatListPanel list, NewChatMenu newChat, OutboxTransport outbox, SpaceMembers members) {
        this.list = list;
        this.members = members;
        this.newChat = newChat;
        this.outbox = outbox;
        label(settings, getTranslation("spaceSettings.title"));
        label(saved, getTranslation("saved.title"));
        var heading = new Div(title, saved, settings, newChat);
        heading.addClassName("list-heading");
        add(heading, welcome, list, outbox);
        addClassName("list-pane");
        setAriaLabel(getTranslation("nav.chats"));
    }

    private static void label(Anchor link, String text) {
        link.getElement().setAttribute("router-link", "");
        link.addClassName("icon-button");
        link.setAriaLabel(text);
        link.setTitle(text);
    }

    /** Shows the chats of a space that was entered. */
    void enter(Actor actor, String slug) {
        newChat.use(actor, slug);
        list.show(actor, slug);
        outbox.open(actor, slug);
        setAvailable(true);
        if (!actor.equals(welcomed)) {
            welcomed = actor;
            welcome.show(actor, members.welcome(actor).orElse(""));
        }
    }

    /** Hides what needs the space's database if that is not available. */
    void setAvailable(boolean available) {
        list.setVisible(available);
        newChat.setVisible(available);
        settings.setVisible(available);
        saved.setVisible(available);
        welcome.setVisible(available);
    }

    /** Shows the name of the space. */
    void show(Space space) {
        title.setText(space.name());
        settings.setHref(Addresses.spaceSettings(space.slug()));
        saved.setHref(Addresses.saved(space.slug()));
    }

    /** Marks the open chat, or none. */
    void select(@Nullable ChatId chat) {
        list.select(chat);
    }
}
