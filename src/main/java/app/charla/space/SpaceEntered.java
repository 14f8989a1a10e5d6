package app.charla.space;

import app.charla.core.Actor;

/**
 * Somebody comes into a space, for the first time since this process started. Published as a Spring event on the
 * caller's thread: when it returns, the space is ready for them. Listeners must bear repetition.
 */
public record SpaceEntered(Actor actor) {}
