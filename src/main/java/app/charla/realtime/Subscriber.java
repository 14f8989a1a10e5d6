package app.charla.realtime;

import app.charla.core.ChatId;

/**
 * Somebody who is looking. Called by one thread at a time, in order, never on the thread that sent or committed; may
 * block without delaying others.
 */
public interface Subscriber {

    /**
     * Whether this one only hands over and never waits. Then it is called on the one thread of the fan-out, without
     * the cost of a thread of its own for each delivery.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** Something happened that the subscriber may know. */
    void deliver(Delivery delivery);

    /** Whether signals of a chat are of interest now. Called on the thread of whoever causes one: answers at once. */
    default boolean listensTo(ChatId chat) {
        return false;
    }

    /** Something goes on in a chat. May come beside a delivery; quick subscribers are called by whoever causes it. */
    default void onSignal(Signal signal) {}

    /** The subscriber was too slow and what waited for it was dropped: it must load anew or catch up. */
    void resync();

    /** The subscriber no longer belongs to the space: nothing more is delivered, and what it shows is to be closed. */
    default void onRevoked() {}
}
