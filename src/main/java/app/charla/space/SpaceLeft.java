package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody no longer belongs to a space, by their own will or not. Published as a Spring event on the caller's thread,
 * when no door lets them in any more. Listeners must bear repetition: after a crash it is published again.
 *
 * @param by who removed them; null if they left, or it is not known any more
 */
public record SpaceLeft(Actor actor, @Nullable AccountId by) {}
