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
 * The list of chats, drawn in the browser by {@code <charla-chat-list>}. The server keeps no row of it. The browser
 * filters, sorts and formats times, counts what is new, and shows the sum in the page's title and on the app's icon.
 *
 * @see <a href="../../../../../../docs/decisions/012-lists-are-drawn-in-the-browser.md">decision 012</a>
 */
@Tag("charla-chat-list")
@JsModule("./chat-list/chat-list.ts")
public final class ChatList extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of(
            "list.label",
            "list.search",
            "list.filter",
            "list.filter.all",
            "list.filter.unread",
            "list.filter.groups",
            "list.public",
            "list.chats",
            "list.empty",
            "list.empty.filter",
            "list.empty.unread",
            "list.join",
            "list.readAll",
            "list.unread.one",
            "list.unread.other",
            "list.muted.MENTIONS",
            "list.muted.NOTHING",
            "list.mentioned",
            "list.yesterday",
            "list.loading",
            "list.people",
            "list.places");

    private final Source source;

    public ChatList(Source source) {
        this.source = source;
    }

    /** Shows exactly these. */
    public void load(List<Row> rows) {
        getElement().callJsFunction("load", rows);
    }

    /** Adds these, or replaces what is shown of them. */
    public void put(List<Row> rows) {
        getElement().callJsFunction("put", rows);
    }

    /** Takes a chat away. */
    public void drop(String chat) {
        getElement().callJsFunction("drop", chat);
    }

    /** Tells of new and changed messages. */
    public void tell(List<News> news) {
        getElement().callJsFunction("applyNews", news);
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
        source.ask(chat);
    }

    @ClientCallable
    private void readAll() {
        source.readAll();
    }

    @ClientCallable
    private List<Offer> find(String typed) {
        return source.find(typed);
    }

    @ClientCallable
    private void talk(String person) {
        source.talk(person);
    }

    /** The view's side of the list. */
    public interface Source extends Serializable {

        /** The browser is there; called every 25 s and when the page wakes up. */
        void heartbeat();

        /** The browser was told of a chat that it does not know: answer with {@link ChatList#put}. */
        void ask(String chat);

        /** The person wants nothing to be unread. */
        void readAll();

        /** The person types: where else there is to go. Of the places the browser shows those that are called so. */
        List<Offer> find(String typed);

        /** The person wants to talk with one that was offered. */
        void talk(String person);
    }

    /**
     * Somewhere to go that is not in the list.
     *
     * @param section {@code people}, {@code places} or {@code messages}
     * @param glyph the drawing beside it, for what is no person
     * @param address where it is, for what is no person
     * @param person the id of the person to talk with, or empty
     */
    public record Offer(String section, String title, String hint, String glyph, String address, String person)
            implements Serializable {

        public static Offer person(String name, String username, AccountId id) {
            return new Offer("people", name, username, "", "", id.toString());
        }

        public static Offer place(String title, String glyph, String address) {
            return new Offer("places", title, "", glyph, "/" + address, "");
        }

        public static Offer messages(String title, String address) {
            return new Offer("messages", title, "", "search", "/" + address, "");
        }
    }

    /**
     * A chat in the list.
     *
     * @param colourOf the id from which the avatar's colour follows
     * @param seq the newest line's number
     * @param at when something happened last, milliseconds since 1970
     * @param readSeq up to where the person has read
     * @param unread counted up to 100
     * @param mentions how many of these name the person
     * @param told of how much the person wants to be told: {@code ALL}, {@code MENTIONS} or {@code NOTHING}
     * @param mutedUntil when all is told again, milliseconds since 1970; 0 for never
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
     * The newest line in short.
     *
     * @param sender what to call whoever said it, or empty where that is clear
     */
    record Preview(String sender, String text) implements Serializable {}

    /**
     * A line was said, or said anew.
     *
     * @param at when, or 0 for a change of an older line
     * @param counts whether it makes the chat unread
     * @param names whether it is somebody else's that names the person
     */
    public record News(String chat, long seq, long at, boolean counts, boolean names, Preview preview)
            implements Serializable {}
}
