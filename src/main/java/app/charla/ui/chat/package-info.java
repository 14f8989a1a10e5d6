/**
 * Parts that the chat list, the conversation, its details, search and people share: the Java sides of the message log and of
 * the chat list, and the mapping of messages and chats to what they show.
 */
@NullMarked
package app.charla.ui.chat;

import org.jspecify.annotations.NullMarked;
