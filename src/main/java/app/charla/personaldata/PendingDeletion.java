package app.charla.personaldata;

import java.time.Instant;

/**
 * The requested deletion of an account.
 *
 * @param messages what happens to the account's messages
 * @param dueAt when it is carried out; until then it can be cancelled
 */
public record PendingDeletion(Messages messages, Instant dueAt) {

    public enum Messages {
        /** The messages stay, without the name of their author. */
        ANONYMISE,
        /** The messages are deleted. */
        REMOVE
    }
}
