package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.media.Attachment;
import app.charla.media.Attachments.MessagePosition;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation as it stood at one moment.
 *
 * @param seq its place in the chat: 1, 2, 3 … without a gap; 0 for the line that tells of a group's creation
 * @param sender who sent it, or who did what a note tells of
 * @param clientId made by the sender's device; unique per chat and sender, for ever
 * @param subject whom a note is about, if anybody
 * @param text what was said, where {@code /me …} tells what the sender does ({@link #action}); for a note the new name, topic or role; empty once deleted
 * @param version 0 when sent, rising with each edit and with the deletion
 * @param revision 0 when sent, rising with each change, those of reactions included
 * @param quote the message that this one answers, if any
 * @param reactions what people reacted with, that which came first first
 * @param mentions whom it names
 * @param pinned whether it is pinned in its chat
 * @param origin where its words come from, if they were forwarded
 * @param preview what the page says of itself that it links to first, if that is known and wanted
 * @param attachments what it holds besides words
 */
public record Message(
        MessageId id,
        ChatId chat,
        long seq,
        AccountId sender,
        String clientId,
        Kind kind,
        @Nullable AccountId subject,
        String text,
        Instant sentAt,
        @Nullable Instant editedAt,
        boolean deleted,
        int version,
        int revision,
        @Nullable Quote quote,
        List<Reaction> reactions,
        Mentions mentions,
        boolean pinned,
        @Nullable ForwardOrigin origin,
        @Nullable LinkPreview preview,
        List<Attachment> attachments) {

    private static final Pattern ACTION = Pattern.compile("(?s)/me[ \\t]+(\\S.*)");

    /** What a line is: somebody's words, or a note of what happened to the chat. */
    public enum Kind {
        TEXT,
        GROUP_CREATED,
        RENAMED,
        TOPIC_SET,
        TOPIC_REMOVED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        MEMBER_LEFT,
        ROLE_CHANGED,
        PINNED
    }

    /** What it says that its sender does, without their name; null if it says something else. */
    public @Nullable String action() {
        Matcher found = ACTION.matcher(text);
        return kind == Kind.TEXT && found.matches() ? found.group(1) : null;
    }

    /** Where it stands. */
    MessagePosition position() {
        return new MessagePosition(chat, id, seq);
    }

    /** What stands above the answers to it. */
    public Quote toQuote() {
        return Quote.of(id, seq, sender, text, deleted, version);
    }

    /** As it stands among what it said before. */
    MessageVersion toVersion() {
        return new MessageVersion(version, text, editedAt == null ? sentAt : editedAt);
    }

    /** The same line after what it answers has changed. */
    Message quoting(Quote source) {
        return new Message(
                id,
                chat,
                seq,
                sender,
                clientId,
                kind,
                subject,
                text,
                sentAt,
                editedAt,
                deleted,
                version,
                revision,
                source,
                reactions,
                mentions,
                pinned,
                origin,
                preview,
                attachments);
    }

    /** The same line after its words were deleted. */
    Message withoutContent() {
        return new Message(
                id,
                chat,
                seq,
                sender,
                clientId,
                kind,
                subject,
                "",
                sentAt,
                editedAt,
                true,
                version + 1,
                revision + 1,
                quote,
                List.of(),
                Mentions.NONE,
                false,
                null,
                null,
                List.of());
    }
}
