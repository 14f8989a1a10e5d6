package app.charla.message;

import java.util.List;

/**
 * A stretch of a conversation, oldest first.
 *
 * @param hasOlder whether there is anything before it
 * @param hasNewer whether there is anything after it
 */
public record MessagePage(List<Message> messages, boolean hasOlder, boolean hasNewer) {}
