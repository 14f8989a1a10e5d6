package app.charla.ui.chat;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.ui.Labels;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chat list, drawn in the browser by {@code <charla-chat-list>}. The server keeps no row of it. The browser filters,
 * sorts and formats times, and shows the sum of what is unread in the page's title and on the app's icon; it counts no
 * messages.
 *
 * @see <a href="../../../../../../docs/decisions/012-client-side-chat-list.md">decision 012</a>
 */
@Tag("charla-chat-list")
@JsModule("./chat-list/chat-list.ts")
public final class ChatList extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of("list.");

    private final Source source;

    public ChatList(Source source) {
        this.source = source;
    }

    /** Sets whose chats these are, and of which space. The offline copies of those that they have left are removed. */
    public void enter(Actor actor) {
        getElement()
                .callJsFunction(
                        "enter", actor.account().toString(), actor.space().toString());
    }

    /** Replaces all rows. */
    public void load(List<Row> rows) {
        getElement().callJsFunction("load", rows);
    }

    /** Adds or replaces rows. */
    public void put(List<Row> rows) {
        getElement().callJsFunction("put", rows);
    }

    /** Removes a chat. */
    public void drop(String chat) {
        getElement().callJsFunction("drop", chat);
    }

    /** Updates rows with new and changed messages. */
    public void update(List<MessageUpdate> updates) {
        getElement().callJsFunction("applyNews", updates);
    }

    /** Marks the chat that is open, or none. */
    public void select(@Nullable String chat) {
        getElement().callJsFunction("select", chat == null ? "" : chat);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    @ClientCallable
    @AllowInert
    private void heartbeat() {
        source.heartbeat();
    }

    @ClientCallable
    @AllowInert
    private void ask(String chat) {
        source.loadRow(chat);
    }

    @ClientCallable
    private void readAll() {
        source.readAll();
    }

    @ClientCallable
    private void markRead(String chat, long seq) {
        source.markRead(chat, seq);
    }

    @ClientCallable
    private void mute(String chat, boolean muted) {
        source.mute(chat, muted);
    }

    @ClientCallable
    private void leave(String chat) {
        source.leave(chat);
    }

    @ClientCallable
    private void undoReadAll() {
        source.undoReadAll();
    }

    @ClientCallable
    private List<Suggestion> find(String typed) {
        return source.suggest(typed);
    }

    @ClientCallable
    private void talk(String person) {
        source.openPrivateChat(person);
    }

    /** The source of the rows: the view's side of the list. */
    public interface Source extends Serializable {

        /** Called by the browser every 25 s, and when the page wakes up. */
        void heartbeat();

        /** Loads the row of a chat that the browser does not know, and calls {@link ChatList#put}. */
        void loadRow(String chat);

        /** Marks everything as read. */
        void readAll();

        /** Marks a chat as read up to a message. */
        void markRead(String chat, long seq);

        /** Mutes a chat without an end, or lets it notify of everything again. */
        void mute(String chat, boolean muted);

        /** Asks the person to confirm, then hides a private chat or leaves any other one. */
        void leave(String chat);

        /** Marks as unread again what {@link #readAll} marked as read. */
        void undoReadAll();

        /** Returns suggestions for what the person types. The browser filters the places among them by their titles. */
        List<Suggestion> suggest(String typed);

        /** Opens the private chat with a person who was suggested. */
        void openPrivateChat(String person);
    }

    /**
     * A suggestion of the quick switcher: a place to go to that is not in the list.
     *
     * @param section {@code people}, {@code places} or {@code messages}
     * @param glyph the name of the icon; empty for people
     * @param address the address to navigate to; empty for people
     * @param person the id of the person to chat with, or empty
     */
    public record Suggestion(String section, String title, String hint, String glyph, String address, String person)
            implements Serializable {

        public static Suggestion person(String name, String username, AccountId id) {
            return new Suggestion("people", name, username, "", "", id.toString());
        }

        public static Suggestion place(String title, String glyph, String address) {
            return new Suggestion("places", title, "", glyph, "/" + address, "");
        }

        public static Suggestion messages(String title, String address) {
            return new Suggestion("messages", title, "", "search", "/" + address, "");
        }
    }

    /**
     * A row of the list: a chat.
     *
     * @param colourOf the id from which the avatar's colour follows
     * @param seq the {@code seq} of the newest message
     * @param at the time of the last activity, milliseconds since 1970
     * @param unread counted up to 100
     * @param mentions how many of these mention the person
     * @param told the notification level: {@code ALL}, {@code MENTIONS} or {@code NOTHING}
     * @param mutedUntil when the level ends, milliseconds since 1970; 0 for never
     * @param joined false for a public chat that the person may read and join
     */
    public record Row(
            String id,
            String kind,
            String title,
            String colourOf,
            String address,
            long seq,
            long at,
            int unread,
            int mentions,
            String told,
            long mutedUntil,
            boolean joined,
            Preview preview)
            implements Serializable {}

    /**
     * The preview of a chat's newest message.
     *
     * @param sender the name to show before the text, or empty where the sender is clear
     */
    public record Preview(String sender, String text) implements Serializable {

        /** Returns whether there is no message. */
        public boolean isEmpty() {
            return text.isEmpty();
        }

        /** Returns both as one line. */
        public String line() {
            return sender.isEmpty() ? text : sender + ": " + text;
        }
    }

    /**
     * A new or changed message.
     *
     * @param at when it was sent, or 0 for a change of an older message
     * @param counts whether it makes the chat unread
     * @param names whether another person's message mentions this person
     * @param unread how much of the chat is unread now
     * @param mentions how much of this mentions the person
     */
    public record MessageUpdate(
            String chat, long seq, long at, boolean counts, boolean names, int unread, int mentions, Preview preview)
            implements Serializable {}

    /**
     * The changes of the list that follow from events.
     *
     * @param rows rows to be added or replaced
     * @param dropped chats to be removed
     */
    public record Changes(List<MessageUpdate> updates, List<Row> rows, List<String> dropped) {}
}
