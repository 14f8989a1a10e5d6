package app.charla.chat;

/**
 * The answer to a request for a chat.
 *
 * @param created false if it had been there before
 */
public record Opened(Chat chat, boolean created) {}
