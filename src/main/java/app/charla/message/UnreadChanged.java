package app.charla.message;

import app.charla.core.Actor;

/**
 * An account's unread count of a space, which was read before, may have changed. Published as a Spring event on the
 * space's writer thread after the commit, once until the count is read again: listeners must hand over and return.
 */
public record UnreadChanged(Actor actor) {}
