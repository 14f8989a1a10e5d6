package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/** A chat is no longer there for somebody: they left, were removed, hid it, or it was deleted. */
public record ChatGone(SpaceId space, long position, ChatId chat, Set<AccountId> recipients) implements LiveEvent {}
