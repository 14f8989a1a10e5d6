package app.charla.api;

import java.util.List;

/**
 * A stretch of a conversation, oldest first.
 *
 * @param hasOlder whether there is anything before it
 * @param hasNewer whether there is anything after it
 */
record MessagesJson(List<MessageJson> messages, boolean hasOlder, boolean hasNewer) {}
