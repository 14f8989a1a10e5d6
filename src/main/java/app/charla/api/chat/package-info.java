/**
 * Resources of chats: lists, messages, members, receipts, search, shares.
 */
@NullMarked
package app.charla.api.chat;

import org.jspecify.annotations.NullMarked;
