package app.charla.message;

import java.util.List;

/**
 * A page of a chat's history, oldest first.
 *
 * @param hasOlder whether there are messages before it
 * @param hasNewer whether there are messages after it
 */
public record MessagePage(List<Message> messages, boolean hasOlder, boolean hasNewer) {}
