package app.charla.api.json;

import java.util.List;

/**
 * A stretch of a conversation, oldest first.
 *
 * @param hasOlder whether there is anything before it
 * @param hasNewer whether there is anything after it
 */
public record MessagesJson(List<MessageJson> messages, boolean hasOlder, boolean hasNewer) {}
