package app.charla.chat;

import app.charla.core.AccountId;

/**
 * How far somebody has read, as far as they let the others know.
 *
 * @param seq the last line they have seen; 0 where they let nothing be known
 */
public record Receipt(AccountId reader, long seq) {}
