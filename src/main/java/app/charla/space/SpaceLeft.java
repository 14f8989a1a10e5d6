package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An account left a space or was removed from it. Published as a Spring event on the caller's thread, when the account can
 * no longer enter. Listeners must tolerate repetition: after a crash it is published again.
 *
 * @param by the manager who removed it; null if it left, or if that is unknown after a crash
 */
public record SpaceLeft(Actor actor, @Nullable AccountId by) {}
