package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/** A member who shares read receipts read on. */
public record ReceiptGiven(SpaceId space, long position, ChatId chat, Receipt state, Set<AccountId> recipients)
        implements LiveEvent {}
