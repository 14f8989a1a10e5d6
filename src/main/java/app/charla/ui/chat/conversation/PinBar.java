package app.charla.ui.chat.conversation;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.LiveEvent;
import app.charla.core.MessageId;
import app.charla.core.UnavailableException;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.PinService;
import app.charla.message.PinnedMessages;
import app.charla.ui.Addresses;
import app.charla.ui.chat.AttachmentSummary;
import app.charla.ui.chat.BlockedMessages;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.SearchResultList;
import app.charla.ui.chat.details.PinsDialog;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bar above the conversation with the latest pinned message and a button that lists all pinned messages. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PinBar extends Div {

    private static final int MAX_EXCERPT_LENGTH = 200;

    private final transient PinService service;
    private final transient ChatService chats;
    private final transient SearchResultList rows;
    private final transient BlockedMessages blockedMessages;
    private @Nullable OpenChat open;
    private Set<MessageId> shown = Set.of();

    PinBar(PinService service, ChatService chats, SearchResultList rows, BlockedMessages blockedMessages) {
        this.blockedMessages = blockedMessages;
        this.service = service;
        this.chats = chats;
        this.rows = rows;
        addClassName("pin-bar");
        setVisible(false);
    }

    /** Shows the pinned messages of a chat as they are now. */
    void show(OpenChat chat) {
        open = chat;
        PinnedMessages pinned = pinned(chat);
        shown = Set.copyOf(pinned.all());
        removeAll();
        setVisible(!pinned.latest().isEmpty());
        if (isVisible()) {
            add(newestLink(chat, pinned.latest().getFirst()));
        }
        if (shown.size() > 1) {
            var all = new NativeButton(getTranslation("pins.all", shown.size()), click -> listAll(chat));
            all.addClassName("button");
            add(all);
        }
    }

    private PinnedMessages pinned(OpenChat chat) {
        try {
            return service.latest(chat.actor(), chat.chat(), 1);
        } catch (UnavailableException unavailable) {
            return PinnedMessages.NONE; // the conversation itself shows the failure
        }
    }

    /** Returns whether the person may pin messages in the chat. */
    boolean mayPin() {
        return open != null && service.mayPin(open.actor(), chats.visible(open.actor(), open.chat()));
    }

    /**
     * Refreshes the bar if events change a message that is or was pinned.
     *
     * @return whether they do
     */
    boolean refreshIfAffected(List<LiveEvent> events) {
        boolean affected = events.stream()
                .anyMatch(event -> event instanceof MessageChanged changed
                        && (changed.message().pinned()
                                || shown.contains(changed.message().id())));
        if (affected && open != null) {
            show(open);
        }
        return affected;
    }

    private Anchor newestLink(OpenChat chat, Message message) {
        var title = new Span(getTranslation("pins.title"));
        title.addClassName("name");
        String full = excerpt(chat, message);
        var excerpt = new Span(full.length() > MAX_EXCERPT_LENGTH ? full.substring(0, MAX_EXCERPT_LENGTH) : full);
        excerpt.addClassName("hint");
        var text = new Div(title, excerpt);
        text.addClassName("text");
        var link = new Anchor(Addresses.message(chat.slug(), chat.chat(), message.seq()), new Icon("pin"), text);
        link.getElement().setAttribute("router-link", "");
        return link;
    }

    private String excerpt(OpenChat chat, Message message) {
        Chat current = chats.visible(chat.actor(), chat.chat());
        if (blockedMessages.isCollapsed(chat.actor().account(), current.kind(), message)) {
            return getTranslation("log.blocked");
        }
        String action = message.action();
        return AttachmentSummary.describe(action == null ? message.text() : action, message.attachments(), getLocale());
    }

    private void listAll(OpenChat chat) {
        new PinsDialog(chat, service.pins(chat.actor(), chat.chat()), rows).open();
    }
}
