/**
 * The open conversation: its view, the composer, and the bars and dialogs around the message log.
 */
@NullMarked
package app.charla.ui.chat.conversation;

import org.jspecify.annotations.NullMarked;
