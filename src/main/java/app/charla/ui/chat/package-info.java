/** Conversations: the list, the open one, its details, and the dialogs that begin new ones. */
@NullMarked
package app.charla.ui.chat;

import org.jspecify.annotations.NullMarked;
