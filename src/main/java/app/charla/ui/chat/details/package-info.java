/**
 * The details of a chat: members, media, pins, notifications, and the dialogs that change it.
 */
@NullMarked
package app.charla.ui.chat.details;

import org.jspecify.annotations.NullMarked;
