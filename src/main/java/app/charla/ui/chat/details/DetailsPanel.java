package app.charla.ui.chat.details;

import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.media.MediaService;
import app.charla.message.PinService;
import app.charla.ui.chat.ChatAvatars;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.SearchResultList;
import app.charla.ui.chat.people.PersonCards;
import app.charla.ui.component.IconButton;
import app.charla.ui.component.PresenceMark;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The details panel of a chat: its identity, topic, notifications, members, pins, media and actions. Empty while closed. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class DetailsPanel extends Aside implements HasAriaLabel {

    private final transient ChatService chats;
    private final transient ProfileDirectory profiles;
    private final transient ChatRowMapper rows;
    private final transient ChatActions actions;
    private final transient PersonCards people;
    private final transient MediaService media;
    private final transient PinService pins;
    private final transient SearchResultList hits;
    private final transient Clock clock;
    private final IconButton close = new IconButton("close", getTranslation("details.close"), click -> toggle());
    private final Div body = new Div();
    private @Nullable OpenChat open;
    private @Nullable PinnedSection pinned;
    private Command closed = () -> {};

    DetailsPanel(
            ChatService chats,
            ProfileDirectory profiles,
            ChatRowMapper rows,
            ChatActions actions,
            PersonCards people,
            MediaService media,
            PinService pins,
            SearchResultList hits,
            Clock clock) {
        this.chats = chats;
        this.profiles = profiles;
        this.rows = rows;
        this.actions = actions;
        this.people = people;
        this.media = media;
        this.pins = pins;
        this.hits = hits;
        this.clock = clock;
        addClassName("details");
        setAriaLabel(getTranslation("details.title"));
        body.addClassName("details-body");
        add(new Header(new H2(getTranslation("details.title")), close), body);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::toggle, Key.ESCAPE).listenOn(this);
    }

    /** Handles the closing of the panel, to restore the focus. */
    public void onClose(Command handler) {
        closed = handler;
    }

    /** Switches to another chat. */
    public void show(OpenChat chat, Chat state) {
        open = chat;
        refresh(state);
    }

    /** Opens or closes the panel. */
    public void toggle() {
        setVisible(!isVisible());
        if (open != null) {
            refresh(chats.visible(open.actor(), open.chat()));
        }
        if (isVisible()) {
            close.focus();
        } else {
            closed.execute();
        }
    }

    /** Shows the chat as it is now, if the panel is open. */
    public void refresh(Chat chat) {
        body.removeAll();
        pinned = null;
        if (open == null || !isVisible()) {
            return;
        }
        String title = rows.title(open.actor().account(), chat, getLocale());
        var avatar = ChatAvatars.of(chat, title, rows.colourSeed(open.actor().account(), chat));
        avatar.addClassName("large");
        var name = new Paragraph(title);
        name.addClassName("name");
        AccountId other = rows.otherMember(open.actor().account(), chat);
        var identity = other == null
                ? new Div(avatar, name, new Paragraph(about(open, chat)))
                : new Div(
                        PresenceMark.on(avatar, other),
                        name,
                        new Paragraph(about(open, chat)),
                        PresenceMark.words(other));
        identity.addClassName("identity");
        body.add(identity);
        if (!chat.topic().isEmpty()) {
            var topic = new Paragraph(chat.topic());
            topic.addClassName("topic");
            body.add(new H3(getTranslation("details.topic")), topic);
        }
        if (other != null) {
            people.buttons(open.actor(), open.slug(), other).ifPresent(body::add);
        }
        if (chat.kind() == Kind.PRIVATE) {
            people.facts(open.actor(), chat.other(open.actor().account())).ifPresent(body::add);
        }
        if (chat.has(open.actor().account())) {
            body.add(new NotificationsChoice(open, chats, clock));
        }
        if (chat.kind() != Kind.PRIVATE) {
            body.add(actions.posting(open, chat));
            body.add(new MemberList(open, chat, profiles, actions, people));
        }
        pinned = new PinnedSection(open, pins, hits);
        body.add(pinned, new MediaGallery(open, media));
        body.add(actions.buttons(open, chat));
    }

    /** Refreshes the pinned messages. */
    public void pinsChanged() {
        if (pinned != null) {
            pinned.refresh();
        }
    }

    private String about(OpenChat chat, Chat state) {
        if (state.kind() != Kind.PRIVATE) {
            return getTranslation("details.about." + state.kind());
        }
        var other = state.other(chat.actor().account());
        return other.equals(chat.actor().account())
                ? getTranslation("details.about.notes")
                : profiles.findByIds(List.of(other)).values().stream()
                        .map(person -> "@" + person.username())
                        .findFirst()
                        .orElse(getTranslation("details.about.gone"));
    }
}
