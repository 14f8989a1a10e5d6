package app.charla.ui.chat;

import app.charla.core.AccountId;
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
 * sorts and formats times, counts unread messages, and shows the sum in the page's title and on the app's icon.
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
     * @param readSeq the person's read marker
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
            long readSeq,
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
    record Preview(String sender, String text) implements Serializable {}

    /**
     * A new or changed message.
     *
     * @param at when it was sent, or 0 for a change of an older message
     * @param counts whether it makes the chat unread
     * @param names whether another person's message mentions this person
     */
    public record MessageUpdate(String chat, long seq, long at, boolean counts, boolean names, Preview preview)
            implements Serializable {}
}
