package app.charla.message;

import app.charla.core.MessageId;
import java.util.List;

/**
 * Summary of the pinned messages of a chat.
 *
 * @param all ids of all pinned messages, last pinned first
 * @param latest the first few of them with their content
 */
public record PinnedMessages(List<MessageId> all, List<Message> latest) {

    /** No pinned messages. */
    public static final PinnedMessages NONE = new PinnedMessages(List.of(), List.of());
}
