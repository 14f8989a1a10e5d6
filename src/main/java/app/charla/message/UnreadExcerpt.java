package app.charla.message;

/**
 * How much an account has not read of a chat.
 *
 * @param messages texts of others
 * @param senders how many people they are from
 */
public record UnreadExcerpt(long messages, long senders) {}
