package app.charla.chat;

/**
 * The answer to a request for a chat.
 *
 * @param created false if it had been there before
 */
public record OpenedChat(Chat chat, boolean created) {}
