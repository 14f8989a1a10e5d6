/**
 * The chat list beside the conversation, and the dialogs that start a chat.
 */
@NullMarked
package app.charla.ui.chat.list;

import org.jspecify.annotations.NullMarked;
