package app.charla.realtime;

import app.charla.core.ChatId;
import app.charla.core.SpaceId;

/**
 * A transient event of a chat, such as typing. It is not stored and never delivered later; missing one does no harm.
 * Implementations are immutable records.
 */
public interface Signal {

    /** The space of the chat. */
    SpaceId space();

    /** The chat. */
    ChatId chat();
}
