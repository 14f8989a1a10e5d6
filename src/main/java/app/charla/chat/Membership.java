package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.ChatId;

/**
 * One person's side of a chat.
 *
 * @param readSeq up to where they have read
 * @param hiddenSeq the chat is out of their list while its last message is no newer than this; -1 for never
 * @param muting of how much they want to be told
 */
public record Membership(
        ChatId chat, AccountId account, Role role, long readSeq, long hiddenSeq, NotificationSetting notifications) {}
