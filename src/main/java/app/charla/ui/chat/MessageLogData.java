package app.charla.ui.chat;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of the message log as the browser receives it; the components of the records are the names of JSON fields, which
 * {@code model/message.ts} and {@code conversation/server.ts} declare.
 */
public final class MessageLogData {

    private MessageLogData() {}

    /**
     * A message of the conversation.
     *
     * @param kind {@code TEXT}, or the kind of a system message ({@code MEMBER_ADDED}…), whose text is the template
     *     {@code log.system.<kind>} with {0} the sender's name, {1} the subject's name and {2} the text
     * @param subject the person that a system message is about
     * @param sentAt milliseconds since 1970
     * @param editedAt milliseconds since 1970, or null if never edited
     * @param deleted shown as a tombstone; the text should be empty
     * @param version grows with every change of this message's text
     * @param revision grows with every change of this message
     * @param quote the message that this one replies to
     * @param mentions the people mentioned in the text
     * @param everybody whether it mentions all members of the chat
     * @param pinned whether it is pinned in its chat
     * @param origin the original of a forwarded message
     * @param preview the preview of the first link in the text
     * @param media the attachments
     */
    public record Message(
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
     * An attachment. Its bytes are at the conversation's {@code media} address and its id.
     *
     * @param size in bytes
     * @param kind {@code IMAGE}, {@code VIDEO}, {@code AUDIO}, {@code VOICE} or {@code FILE}
     * @param width in pixels, if known; reserves the space before the picture is loaded
     * @param blur a placeholder of a few pixels, as a data: address
     * @param waveform the loudness from the beginning to the end, in digits
     * @param alt the sender's description of a picture
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
     * The original of a forwarded message.
     *
     * @param place the name of the public chat in which it was first sent, or empty if that is not to be shown
     * @param chat its id, or empty
     */
    public record Origin(Person sender, String place, String chat, long seq) implements Serializable {}

    /**
     * The reactions to a message with one emoji.
     *
     * @param mine whether the reader is among the people who reacted
     * @param names of the others, limited to what a reader wants to know
     */
    public record Reaction(String emoji, int count, boolean mine, List<String> names) implements Serializable {}

    /**
     * A message that is replied to. The browser keeps it up to date when the message changes.
     *
     * @param seq 0 if the message no longer exists
     * @param text its first line
     */
    public record Quote(long id, long seq, @Nullable Person sender, String text, boolean deleted, long version)
            implements Serializable {}

    /** A person named in the conversation. The colour of the avatar follows from the id. */
    public record Person(String id, String username, String name) implements Serializable {}

    /**
     * The first window of a conversation: best the newest 50, or the 25 on either side of {@code readSeq} or
     * {@code focusSeq}.
     *
     * @param messages ascending by {@code seq}, without gaps
     * @param readSeq the read marker of this person, 0 if nothing is read
     * @param lastSeq the newest {@code seq} of the chat, also if it is not in this window
     * @param position the journal position this window was loaded at
     * @param focusSeq the message to show and mark, as after a search
     * @param receipts the read receipts of the others, as far as they give them
     */
    public record Window(
            List<Message> messages,
            long readSeq,
            long lastSeq,
            boolean hasOlder,
            boolean hasNewer,
            long position,
            @Nullable Long focusSeq,
            List<Receipt> receipts)
            implements Serializable {}

    /** The preview of a link: what the page says of itself. */
    public record Preview(String url, String site, String title, String description) implements Serializable {}

    /** Neighbouring messages, ascending, and whether there are more beyond them in the requested direction. */
    public record Page(List<Message> messages, boolean more) implements Serializable {}

    /** Neighbouring messages, ascending, and whether there are more on either side. */
    public record Surroundings(List<Message> messages, boolean hasOlder, boolean hasNewer) implements Serializable {}

    /** The read receipt of another member: everything up to {@code seq} is read. */
    public record Receipt(String id, String name, long seq) implements Serializable {}

    /** New messages, changed messages, new read receipts, and the journal position that these reach. */
    public record Changes(List<Message> appended, List<Message> updated, long position, List<Receipt> receipts)
            implements Serializable {

        public boolean isEmpty() {
            return appended.isEmpty() && updated.isEmpty() && receipts.isEmpty();
        }
    }

    /**
     * The answer to a change of a message, such as an edit or a deletion.
     *
     * @param status {@code saved}, {@code conflict} or {@code refused}
     * @param message the message as it is now, unless refused
     * @param reason a sentence for the person, if refused
     */
    public record Answer(
            String status,
            @Nullable Message message,
            @Nullable String reason) implements Serializable {

        /** The change was made; the browser shows the message at once and ignores the later event. */
        public static Answer saved(Message message) {
            return new Answer("saved", message, null);
        }

        /** The message was changed elsewhere first; the person keeps their text and sees the message as it is now. */
        public static Answer conflict(Message current) {
            return new Answer("conflict", current, null);
        }

        /** The change is not allowed; the reason is a sentence in the person's language. */
        public static Answer refused(String reason) {
            return new Answer("refused", null, reason);
        }
    }
}
