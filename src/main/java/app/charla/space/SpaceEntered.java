package app.charla.space;

import app.charla.core.Actor;

/**
 * An account enters a space for the first time since this process started. Published as a Spring event on the caller's
 * thread, so that listeners prepare the space for it before it is used. Listeners must tolerate repetition.
 */
public record SpaceEntered(Actor actor) {}
