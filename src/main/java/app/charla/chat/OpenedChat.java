package app.charla.chat;

/**
 * The answer to opening or creating a chat.
 *
 * @param created false if it existed before
 */
public record OpenedChat(Chat chat, boolean created) {}
