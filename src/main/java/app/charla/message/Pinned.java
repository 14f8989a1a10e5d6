package app.charla.message;

import app.charla.core.MessageId;
import java.util.List;

/**
 * What is pinned in a chat, in short.
 *
 * @param all everything, that which was pinned last first
 * @param latest the first few of these
 */
public record Pinned(List<MessageId> all, List<Message> latest) {

    /** Nothing is pinned. */
    public static final Pinned NOTHING = new Pinned(List.of(), List.of());
}
