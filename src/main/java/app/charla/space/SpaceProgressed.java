package app.charla.space;

import app.charla.core.AccountId;

/**
 * A space came a step further on its way to {@link Space.State#READY} or to its end. Published as a Spring event on the
 * thread that does the work, after the step is durable: listeners hand over and return.
 *
 * @param creator whose request it is
 */
public record SpaceProgressed(AccountId creator, Space space, Step step) {

    /** The steps, in their order; the last three end the way. */
    public enum Step {
        REQUESTED,
        STARTED,
        DATABASE,
        SCHEMA,
        CONTENT,
        READY,
        FAILED,
        DELETED
    }
}
