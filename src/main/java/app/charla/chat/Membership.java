package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.ChatId;

/**
 * An account's membership in a chat.
 *
 * @param readSeq the read marker: the seq up to which the account has read
 * @param hiddenSeq the chat is hidden from the list while its last message is no newer than this; -1 for never
 * @param notifications the notification setting
 */
public record Membership(
        ChatId chat, AccountId account, Role role, long readSeq, long hiddenSeq, NotificationSetting notifications) {

    Membership withReadSeq(long seq) {
        return new Membership(chat, account, role, seq, hiddenSeq, notifications);
    }
}
