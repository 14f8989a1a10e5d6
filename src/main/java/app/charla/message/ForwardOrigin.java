package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Where forwarded words come from.
 *
 * @param sender who said them first
 * @param chat where, if that was a public chat of the space; nothing is told of others
 * @param seq their place in that chat, or 0
 */
public record ForwardOrigin(AccountId sender, @Nullable ChatId chat, long seq) {}
