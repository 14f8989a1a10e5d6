package app.charla.presence;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.realtime.Signal;

/** The signal that somebody is typing. It is valid for {@link TypingService#TTL}, or until their message arrives. */
public record Typing(SpaceId space, ChatId chat, AccountId account) implements Signal {}
