package app.charla.message;

import app.charla.core.MessageId;
import java.util.List;

/**
 * What is pinned in a chat, in short.
 *
 * @param all everything, that which was pinned last first
 * @param latest the first few of these
 */
public record PinnedMessages(List<MessageId> all, List<Message> latest) {

    /** Nothing is pinned. */
    public static final PinnedMessages NONE = new PinnedMessages(List.of(), List.of());
}
