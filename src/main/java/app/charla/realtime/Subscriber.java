package app.charla.realtime;

import app.charla.core.ChatId;

/**
 * A receiver of live events. Called by one thread at a time, in order, never on the thread that sent or committed; may
 * block without delaying others.
 */
public interface Subscriber {

    /**
     * Whether this subscriber only hands over and never waits. Then it is called on the single fan-out thread, without
     * the cost of a thread for each delivery.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** Receives events that the subscriber may see. */
    void deliver(Delivery delivery);

    /** Returns whether signals of a chat are wanted now. Called on the thread that causes one: must return at once. */
    default boolean listensTo(ChatId chat) {
        return false;
    }

    /**
     * Receives a signal. May run concurrently with a delivery; non-blocking subscribers are called on the thread that
     * causes it.
     */
    default void onSignal(Signal signal) {}

    /**
     * The subscriber was too slow and its waiting deliveries were dropped, or there are changes that nobody here can
     * deliver: it must reload or catch up.
     */
    void resync();

    /** The account no longer belongs to the space: nothing more is delivered, and its view must be closed. */
    default void onRevoked() {}
}
