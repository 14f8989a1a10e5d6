package app.charla.ui.live;

import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.realtime.Signal;
import java.util.List;

/** A listener to the live events of the open space: a part of the page that keeps what it shows up to date. */
public interface LiveEventListener {

    /** Applies events, which are in the order of the journal. */
    void apply(List<LiveEvent> events);

    /** Loads everything anew: so many events were missed that this is cheaper. */
    void reload();

    /** The person's read marker of a chat moved, which is not stored yet and for which no event has come. */
    default void readMarkerGathered(ChatId chat) {}

    /** Returns whether signals of a chat are wanted now. Called on any thread and must not block. */
    default boolean listensTo(ChatId chat) {
        return false;
    }

    /** Receives a signal of a chat. */
    default void onSignal(Signal signal) {}
}
