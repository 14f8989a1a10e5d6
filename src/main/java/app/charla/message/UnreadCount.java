package app.charla.message;

import app.charla.chat.Membership;
import app.charla.chat.NotificationSetting;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.message.Message.Kind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unread count of a member of a chat: messages of others after the member's marker, without those of people whom the
 * member blocked, deleted ones and system messages.
 *
 * @param messages counted up to {@link Conversation#MAX_UNREAD}
 * @param mentions those among the messages that mention the member, counted up to the same maximum
 * @param readSeq the marker: the seq up to which the member has read
 * @param lastSeq the seq of the newest message, 0 if there is none
 * @param hiddenSeq the chat is hidden from the list while no message is newer; -1 for never
 * @param archived an archived chat is in no list, whatever is unread in it
 * @param notifications the member's setting, as it was made
 */
public record UnreadCount(
        ChatId chat,
        int messages,
        int mentions,
        long readSeq,
        long lastSeq,
        long hiddenSeq,
        boolean archived,
        NotificationSetting notifications) {

    /** Returns what the chat adds to the unread count of its space at a time. */
    int counted(Instant now) {
        if (isHidden()) {
            return 0;
        }
        return switch (notifications.at(now).level()) {
            case ALL -> messages;
            case MENTIONS -> mentions;
            case NOTHING -> 0;
        };
    }

    boolean isHidden() {
        return archived || lastSeq <= hiddenSeq;
    }

    /** Returns whether a message counts as unread for somebody who has not read it. */
    public static boolean counts(Message message, Set<AccountId> ignored) {
        return message.kind() == Kind.TEXT && !message.deleted() && !ignored.contains(message.sender());
    }

    /** Returns the counts after a new message: the sender has read all. */
    UnreadCount after(Message posted, AccountId reader, Set<AccountId> ignored) {
        if (posted.sender().equals(reader) && posted.kind() == Kind.TEXT) {
            return new UnreadCount(chat, 0, 0, posted.seq(), posted.seq(), hiddenSeq, archived, notifications);
        }
        int more = counts(posted, ignored) ? 1 : 0;
        int named = more == 1 && posted.mentions().includes(reader) ? 1 : 0;
        return new UnreadCount(
                chat,
                Math.min(messages + more, Conversation.MAX_UNREAD),
                Math.min(mentions + named, Conversation.MAX_UNREAD),
                readSeq,
                posted.seq(),
                hiddenSeq,
                archived,
                notifications);
    }

    /** Returns the counts after the member's marker or settings changed; null if the messages have to be counted. */
    @Nullable
    UnreadCount after(Membership state) {
        boolean same = state.readSeq() == readSeq;
        if (!same && state.readSeq() < lastSeq) {
            return null;
        }
        return new UnreadCount(
                chat,
                same ? messages : 0,
                same ? mentions : 0,
                state.readSeq(),
                lastSeq,
                state.hiddenSeq(),
                archived,
                state.notifications());
    }

    /** Returns whether a reader sees no difference. */
    boolean looksLike(UnreadCount other) {
        return messages == other.messages
                && mentions == other.mentions
                && isHidden() == other.isHidden()
                && notifications.equals(other.notifications);
    }
}
