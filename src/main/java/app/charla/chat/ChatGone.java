package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/** A chat is no longer there for an account: it left, was removed, hid the chat, or the chat was deleted. */
public record ChatGone(SpaceId space, long position, ChatId chat, Set<AccountId> recipients) implements LiveEvent {}
