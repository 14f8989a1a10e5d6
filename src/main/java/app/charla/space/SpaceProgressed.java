package app.charla.space;

import app.charla.core.AccountId;

/**
 * A step in the provisioning or deletion of a space is done. Published as a Spring event on the provisioning thread after
 * the step is durable; listeners must not block it.
 *
 * @param creator the account that requested the space
 */
public record SpaceProgressed(AccountId creator, Space space, Step step) {

    /** The steps in their order; the last three are final. */
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
