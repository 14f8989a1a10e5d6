package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a forwarded message.
 *
 * @param sender author of the original message
 * @param chat chat of the original if it was a public chat of the space; other chats are not disclosed
 * @param seq position in that chat, or 0
 */
public record ForwardOrigin(AccountId sender, @Nullable ChatId chat, long seq) {}
