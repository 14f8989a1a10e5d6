package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.media.Attachment;
import app.charla.media.Attachments.MessagePosition;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat at one moment. Built by name with {@link MessageBuilder}.
 *
 * @param seq its position in the chat: 1, 2, 3 … without a gap; 0 for the system message of a group's creation
 * @param sender its author, or the account that made the change of a system message
 * @param clientId made by the sender's device; unique per chat and sender, for ever
 * @param subject the account that a system message is about, if any
 * @param text its text, where {@code /me …} is an action of the sender ({@link #action}); of a system message the new
 *     name, topic or role; empty once deleted
 * @param version 0 when sent, rising with each edit and with the deletion
 * @param revision 0 when sent, rising with each change, those of reactions included
 * @param quote the message that this one replies to, if any
 * @param reactions the reactions, first emoji first
 * @param mentions the accounts mentioned
 * @param pinned whether it is pinned in its chat
 * @param origin the original, if it was forwarded
 * @param preview the preview of its first link, if there is one and its sender did not remove it
 * @param attachments its attachments
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

    /** A person's message, or the kind of a system message. */
    public enum Kind {
        TEXT,
        GROUP_CREATED,
        PUBLIC_CREATED,
        RENAMED,
        TOPIC_SET,
        TOPIC_REMOVED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        MEMBER_LEFT,
        ROLE_CHANGED,
        PINNED,
        POSTING_EVERYBODY,
        POSTING_MANAGERS,
        ARCHIVED,
        UNARCHIVED,
        TURNED_INTO_GROUP
    }

    /** The sender's action of a {@code /me} message, without their name; null of other messages. */
    public @Nullable String action() {
        Matcher found = ACTION.matcher(text);
        return kind == Kind.TEXT && found.matches() ? found.group(1) : null;
    }

    /**
     * Every account that the message names, for loading their profiles at once: sender, subject, authors of the quoted and
     * the forwarded message, people mentioned, people who reacted.
     */
    public Set<AccountId> people() {
        var people = new LinkedHashSet<AccountId>();
        people.add(sender);
        if (subject != null) {
            people.add(subject);
        }
        if (quote != null && quote.sender() != null) {
            people.add(quote.sender());
        }
        reactions.forEach(reaction -> people.addAll(reaction.people()));
        people.addAll(mentions.people());
        if (origin != null) {
            people.add(origin.sender());
        }
        return people;
    }

    MessagePosition position() {
        return new MessagePosition(chat, id, seq);
    }

    /** The excerpt shown above its replies. */
    public Quote toQuote() {
        return Quote.of(id, seq, sender, text, deleted, version);
    }

    /** Its present text as an entry of its edit history. */
    MessageVersion toVersion() {
        return new MessageVersion(version, text, editedAt == null ? sentAt : editedAt);
    }

    MessageBuilder toBuilder() {
        return new MessageBuilder(this);
    }

    /** Returns the message as it is after its deletion. */
    Message withoutContent() {
        return toBuilder()
                .text("")
                .deleted(true)
                .version(version + 1)
                .revision(revision + 1)
                .reactions(List.of())
                .mentions(Mentions.NONE)
                .pinned(false)
                .origin(null)
                .preview(null)
                .attachments(List.of())
                .build();
    }
}
