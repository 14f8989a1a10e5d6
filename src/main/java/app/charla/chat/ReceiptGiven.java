package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/** Somebody read on, and lets the others know. */
public record ReceiptGiven(SpaceId space, long position, ChatId chat, Receipt state, Set<AccountId> recipients)
        implements LiveEvent {}
