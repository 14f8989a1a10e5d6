package app.charla.personaldata;

import java.time.Instant;

/**
 * An account that its owner wants to be gone.
 *
 * @param messages what becomes of what they said
 * @param dueAt when it is done; until then they may take it back
 */
public record PendingDeletion(Messages messages, Instant dueAt) {

    /** What becomes of somebody's messages. */
    public enum Messages {
        /** They stay, and nobody's name stands beside them. */
        ANONYMISE,
        /** Their words are removed. */
        REMOVE
    }
}
