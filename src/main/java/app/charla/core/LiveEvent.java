package app.charla.core;

import java.util.Set;

/** Committed change that open clients are notified of. Implementations are immutable records in the past tense. */
public interface LiveEvent {

    /** The space it happened in. */
    SpaceId space();

    /** Position in the journal of the space: the cursor of all live updates. Positive, rising, unique in the space. */
    long position();

    /** The chat concerned. */
    ChatId chat();

    /** The accounts that are notified; nobody else may learn of it. Not asked if it is for the whole space. */
    Set<AccountId> recipients();

    /** Returns whether all members of the space are notified. */
    default boolean isForWholeSpace() {
        return false;
    }
}
