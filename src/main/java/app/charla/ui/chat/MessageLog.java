package app.charla.ui.chat;

import app.charla.ui.Labels;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation, drawn in the browser by {@code <charla-message-log>}. The server keeps no message of it: the browser
 * holds a bounded window, asks the {@link Source} for older and newer pages, and reports how far the person has read.
 *
 * <p>Use: construct with a source, {@link #open} a conversation, {@link #reset} it with a first window, then {@link #apply}
 * what the journal brings. Subscribe before loading, so that nothing falls in between; what the browser knows already it
 * ignores (by id and version), and when it sees a hole in {@code seq} it asks for the missing messages itself.
 *
 * <p>Every 25 s, and whenever the page wakes up, the browser calls {@link Source#since} with the journal position it has
 * reached. That is the safety net under the push channel, so the answer must come from the journal and not from what was
 * pushed.
 *
 * <p>An element that is taken out of the page and put back is empty again: {@link #reset} it then.
 *
 * <p>All methods, and those of the source, run in the UI's thread with its session locked. An exception leaving a source's
 * method is shown to the person as a failure with the way to try again; it should not be one the session's error handler
 * turns into a dialog.
 */
@Tag("charla-message-log")
@JsModule("./conversation/message-log.ts")
@NpmPackage(value = "emoji-picker-element", version = "1.29.1")
@NpmPackage(value = "emoji-picker-element-data", version = "1.8.0")
@NpmPackage(value = "lowlight", version = "3.3.0")
@NpmPackage(value = "marked", version = "18.2.1")
public final class MessageLog extends Component implements HasSize, HasStyle, LocaleChangeObserver {

    /** The bundle keys the conversation needs, in every language. {@code {0}}, {@code {1}} and {@code {2}} are filled in. */
    public static final List<String> LABELS = Labels.withMedia(
            "log.label",
            "log.empty.title",
            "log.empty.text",
            "log.loading",
            "log.loadFailed",
            "log.retry",
            "log.offline",
            "log.today",
            "log.yesterday",
            "log.new.one",
            "log.new.other",
            "log.toBottom",
            "log.you",
            "log.person",
            "log.edited",
            "log.deleted",
            "log.state.sending",
            "log.state.sent",
            "log.state.read",
            "log.seen",
            "log.unread",
            "log.state.failed",
            "log.actions",
            "log.actions.more",
            "log.reaction",
            "log.reaction.more.one",
            "log.reaction.more.other",
            "log.reactions",
            "log.quote",
            "log.quote.deleted",
            "log.back",
            "log.blocked",
            "log.blocked.show",
            "log.action.react",
            "log.action.reactWith",
            "log.action.reply",
            "log.action.source",
            "log.action.copy",
            "log.action.unread",
            "log.action.forward",
            "log.action.share",
            "log.action.link",
            "log.action.pin",
            "log.action.preview",
            "log.preview",
            "log.action.unpin",
            "log.action.save",
            "log.action.versions",
            "log.action.edit",
            "log.action.delete",
            "log.action.retry",
            "log.action.discard",
            "log.copied",
            "log.code.copy",
            "log.failed",
            "log.origin",
            "log.origin.place",
            "log.undo",
            "log.withdrawn",
            "log.pinned",
            "log.versions",
            "log.linked",
            "log.system.PINNED",
            "log.system.PINNED.mine",
            "log.system.GROUP_CREATED",
            "log.system.GROUP_CREATED.mine",
            "log.system.MEMBER_ADDED",
            "log.system.MEMBER_ADDED.mine",
            "log.system.MEMBER_ADDED.me",
            "log.system.MEMBER_REMOVED",
            "log.system.MEMBER_REMOVED.mine",
            "log.system.MEMBER_REMOVED.me",
            "log.system.MEMBER_LEFT",
            "log.system.MEMBER_LEFT.mine",
            "log.system.RENAMED",
            "log.system.RENAMED.mine",
            "log.system.TOPIC_SET",
            "log.system.TOPIC_SET.mine",
            "log.system.TOPIC_REMOVED",
            "log.system.TOPIC_REMOVED.mine",
            "log.system.ROLE_CHANGED",
            "log.system.ROLE_CHANGED.mine",
            "log.system.ROLE_CHANGED.me",
            "log.system.other",
            "log.role.OWNER",
            "log.role.ADMIN",
            "log.role.MEMBER",
            "media.cancel",
            "media.sending",
            "media.summary.any",
            "media.summary.audio",
            "media.summary.file",
            "media.summary.files",
            "media.summary.photo",
            "media.summary.photos",
            "media.summary.video",
            "media.summary.voice");

    private final Source source;
    private @Nullable Conversation conversation;

    /** A conversation that loads from, and reports to, the given source. */
    public MessageLog(Source source) {
        this.source = source;
    }

    /** Turns to a conversation and shows its loading state until {@link #reset} brings its messages. */
    public void open(Conversation conversation) {
        this.conversation = conversation;
        getElement().callJsFunction("open", conversation);
    }

    /** Replaces everything shown with this window and places it at {@code focusSeq}, the first unread message or the end. */
    public void reset(Window window) {
        getElement().callJsFunction("reset", window);
    }

    /** Applies committed changes in one update. Repeats and older versions are ignored. */
    public void apply(Changes changes) {
        getElement().callJsFunction("apply", changes);
    }

    /** Says that the first window could not be loaded; the person may ask for it again, which calls {@link Source#reload}. */
    public void fail() {
        getElement().callJsFunction("fail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // A call made before the first attachment waits for it; on later ones the browser has a new, empty element.
        if (conversation != null && !event.isInitialAttach()) {
            getElement().callJsFunction("open", conversation);
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    /** The person wants to show a message outside: tells its number. */
    public void onShare(SerializableConsumer<Long> wanted) {
        on("charla-share", "event.detail.seq", wanted);
    }

    /** The person wants a message pinned, or no longer: tells its id. */
    public void onPin(SerializableConsumer<Long> pin, SerializableConsumer<Long> unpin) {
        on("charla-pin", "event.detail.id", pin);
        on("charla-unpin", "event.detail.id", unpin);
    }

    /** The person wants to forward a message: tells its id. */
    public void onForward(SerializableConsumer<Long> wanted) {
        on("charla-forward", "event.detail.id", wanted);
    }

    /** The person wants to keep a message at hand: tells its id. */
    public void onSave(SerializableConsumer<Long> wanted) {
        on("charla-save", "event.detail.id", wanted);
    }

    /** The person wants to know what a message said before: tells its id. */
    public void onVersions(SerializableConsumer<Long> wanted) {
        on("charla-versions", "event.detail.id", wanted);
    }

    private void on(String type, String told, SerializableConsumer<Long> wanted) {
        getElement()
                .addEventListener(
                        type,
                        event -> wanted.accept(event.getEventData().path(told).asLong(0)))
                .addEventData(told);
    }

    /** The person wants to know who wrote a message: tells the author's id. */
    public void onPerson(SerializableConsumer<String> wanted) {
        getElement()
                .addEventListener(
                        "charla-person",
                        event -> wanted.accept(
                                event.getEventData().path("event.detail.id").asString("")))
                .addEventData("event.detail.id");
    }

    @ClientCallable
    @AllowInert
    private void reload() {
        source.reload();
    }

    @ClientCallable
    @AllowInert
    private Page loadOlder(long beforeSeq) {
        return source.older(beforeSeq);
    }

    @ClientCallable
    @AllowInert
    private Page loadNewer(long afterSeq) {
        return source.newer(afterSeq);
    }

    @ClientCallable
    @AllowInert
    private Surroundings loadAround(long seq) {
        return source.around(seq);
    }

    @ClientCallable
    @AllowInert
    private void read(long seq) {
        source.read(seq);
    }

    @ClientCallable
    @AllowInert
    private void unread(long seq) {
        source.unread(seq);
    }

    @ClientCallable
    @AllowInert
    private Answer edit(long id, String text, long version) {
        return source.edit(id, text, version);
    }

    @ClientCallable
    @AllowInert
    private Answer remove(long id) {
        return source.remove(id);
    }

    @ClientCallable
    @AllowInert
    private Answer removePreview(long id) {
        return source.removePreview(id);
    }

    @ClientCallable
    @AllowInert
    private Answer undoRemove(long id) {
        return source.undoRemove(id);
    }

    @ClientCallable
    @AllowInert
    private Answer react(long id, String emoji, boolean on) {
        return source.react(id, emoji, on);
    }

    @ClientCallable
    @AllowInert
    private Changes heartbeat(long position) {
        return source.since(position);
    }

    /** Where the conversation's messages come from and where its events go: the view's side of this element. */
    public interface Source extends Serializable {

        /** The person asks for the first window again after {@link MessageLog#fail}: load it and call {@code reset}. */
        void reload();

        /** The page of messages just before {@code beforeSeq}, ascending; 2^53 - 1 asks for the newest. */
        Page older(long beforeSeq);

        /** The page of messages just after {@code afterSeq}, ascending. */
        Page newer(long afterSeq);

        /** The messages on both sides of {@code seq}, ascending, that one among them if it is still there. */
        Surroundings around(long seq);

        /** The person has seen everything up to {@code seq}. Called at most every few hundred milliseconds, never backwards. */
        void read(long seq);

        /** The person wants {@code seq}, and all that follows it, to count as unread. */
        void unread(long seq);

        /** The person saves new text for their message, having seen {@code version} of it. */
        Answer edit(long id, String text, long version);

        /** The person deletes their message. */
        Answer remove(long id);

        /** The person does not want shown what their message links to. */
        Answer removePreview(long id);

        /** The person wants back what they deleted a moment ago. */
        Answer undoRemove(long id);

        /** The person reacts to a message, or takes that back. */
        Answer react(long id, String emoji, boolean on);

        /**
         * What this chat's journal holds above {@code position}, and the position this answer reaches. When that is too much
         * for one answer, call {@link MessageLog#reset} with a fresh window and answer with no messages.
         */
        Changes since(long position);
    }

    /**
     * A message as the browser needs it.
     *
     * @param kind {@code TEXT}, or the name of what happened ({@code MEMBER_ADDED}…): those are told by the template
     *     {@code log.system.<kind>} with {0} the sender's name, {1} the subject's and {2} the text
     * @param subject whom a system line is about
     * @param sentAt milliseconds since 1970
     * @param editedAt milliseconds since 1970, or null when never edited
     * @param deleted shown as a tombstone; the text should be empty
     * @param version grows with every change of this message's words
     * @param revision grows with every change of this message
     * @param quote the message that this one answers
     * @param mentions whom it names
     * @param everybody whether it calls all who are in the chat
     * @param pinned whether it is pinned in its chat
     * @param origin where its words come from, if they were forwarded
     * @param preview what the page says of itself that it links to first
     * @param media the files that were sent with it
     */
    public record Line(
            long id,
            long seq,
            String clientId,
            String kind,
            Person sender,
            @Nullable Person subject,
            String text,
            long sentAt,
            @Nullable Long editedAt,
            boolean deleted,
            long version,
            long revision,
            @Nullable Quote quote,
            List<Reaction> reactions,
            List<Person> mentions,
            boolean everybody,
            boolean pinned,
            @Nullable Origin origin,
            @Nullable Preview preview,
            List<Media> media)
            implements Serializable {}

    /**
     * A file that was sent with a message. Its bytes are under the conversation's {@code media} address and its id.
     *
     * @param size in bytes
     * @param kind {@code IMAGE}, {@code VIDEO}, {@code AUDIO}, {@code VOICE} or {@code FILE}
     * @param width in pixels, as far as it is known; so that its place is kept before it is there
     * @param blur the picture in a few pixels, as a data: address
     * @param waveform how loud it is from the beginning to the end, in digits
     * @param alt what is to be seen, in words of the sender
     */
    public record Media(
            String id,
            String name,
            String type,
            long size,
            String kind,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String blur,
            @Nullable Integer durationMillis,
            @Nullable String waveform,
            String alt)
            implements Serializable {}

    /**
     * Where forwarded words come from.
     *
     * @param place what the public chat is called where they were said first; empty if that is not to be told
     * @param chat its id, or empty
     */
    public record Origin(Person sender, String place, String chat, long seq) implements Serializable {}

    /**
     * One way in which people reacted.
     *
     * @param mine whether the reader is among them
     * @param names of the others, not more than a reader wants to know
     */
    public record Reaction(String emoji, int count, boolean mine, List<String> names) implements Serializable {}

    /**
     * A message that is answered. The browser keeps it true: it shows what it learns of the message here, too.
     *
     * @param seq 0 when the message is gone without a trace
     * @param text its first line
     */
    public record Quote(long id, long seq, @Nullable Person sender, String text, boolean deleted, long version)
            implements Serializable {}

    /** Somebody named in the conversation. The colour of the avatar follows from the id. */
    public record Person(String id, String username, String name) implements Serializable {}

    /**
     * The first window of a conversation: best the newest 50, or the 25 on either side of {@code readSeq} or {@code focusSeq}.
     *
     * @param messages ascending by {@code seq}, without holes
     * @param readSeq how far this person has read, 0 when nothing
     * @param lastSeq the newest {@code seq} of the chat, also when it is not in this window
     * @param position the journal position this window was loaded at
     * @param focusSeq the message to show and mark, as after a search
     * @param receipts how far the others have read, as far as they let it be known
     */
    public record Window(
            List<Line> messages,
            long readSeq,
            long lastSeq,
            boolean hasOlder,
            boolean hasNewer,
            long position,
            @Nullable Long focusSeq,
            List<Receipt> receipts)
            implements Serializable {}

    /** What a page says of itself. */
    public record Preview(String url, String site, String title, String description) implements Serializable {}

    /** Neighbouring messages, ascending, and whether there are more beyond them in the direction asked for. */
    public record Page(List<Line> messages, boolean more) implements Serializable {}

    /** Neighbouring messages, ascending, and whether there are more on either side. */
    public record Surroundings(List<Line> messages, boolean hasOlder, boolean hasNewer) implements Serializable {}

    /** How far somebody else has read. */
    public record Receipt(String id, String name, long seq) implements Serializable {}

    /** New messages, changed messages, who has read on, and the journal position after all that. */
    public record Changes(List<Line> appended, List<Line> updated, long position, List<Receipt> receipts)
            implements Serializable {

        public boolean isEmpty() {
            return appended.isEmpty() && updated.isEmpty() && receipts.isEmpty();
        }
    }

    /**
     * The answer to an edit or a deletion.
     *
     * @param status {@code saved}, {@code conflict} or {@code refused}
     * @param message the message as it is now, unless refused
     * @param reason a sentence for the person, when refused
     */
    public record Answer(
            String status, @Nullable Line message, @Nullable String reason) implements Serializable {

        /** It was done; the browser shows the message at once and ignores the later event. */
        public static Answer saved(Line message) {
            return new Answer("saved", message, null);
        }

        /** Somebody else's change came first; the person keeps their text and sees the message as it is now. */
        public static Answer conflict(Line current) {
            return new Answer("conflict", current, null);
        }

        /** It may not be done; the reason is a sentence in the person's language. */
        public static Answer refused(String reason) {
            return new Answer("refused", null, reason);
        }
    }
}
