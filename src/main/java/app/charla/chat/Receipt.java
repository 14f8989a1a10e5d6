package app.charla.chat;

import app.charla.core.AccountId;

/**
 * A read receipt: how far a member has read, as far as they share it.
 *
 * @param seq the last message read; 0 where nothing is shared
 */
public record Receipt(AccountId reader, long seq) {}
