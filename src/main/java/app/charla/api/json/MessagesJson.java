package app.charla.api.json;

import java.util.List;

/**
 * A page of messages, oldest first.
 *
 * @param hasOlder whether the chat has messages before it
 * @param hasNewer whether the chat has messages after it
 */
public record MessagesJson(List<MessageJson> messages, boolean hasOlder, boolean hasNewer) {}
