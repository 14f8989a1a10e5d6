package app.charla.realtime;

import app.charla.core.ChatId;
import app.charla.core.SpaceId;

/**
 * Something that goes on in a chat at this moment. It is stored nowhere and never told later: whoever misses it has missed
 * nothing. Implementations are immutable records.
 */
public interface Signal {

    /** Where it goes on. */
    SpaceId space();

    /** The chat in which it goes on. */
    ChatId chat();
}
