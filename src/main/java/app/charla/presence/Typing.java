package app.charla.presence;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.realtime.Signal;

/** Somebody is writing. It holds for {@link TypingService#TTL}, or until they have said something. */
public record Typing(SpaceId space, ChatId chat, AccountId account) implements Signal {}
