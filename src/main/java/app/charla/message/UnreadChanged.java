package app.charla.message;

import app.charla.core.Actor;

/**
 * The number of messages that somebody has not read in a space, which was asked for before, may be another now.
 * Published as a Spring event on the space's writer thread after the commit, once until it is asked for again: listeners
 * hand over and return.
 */
public record UnreadChanged(Actor actor) {}
