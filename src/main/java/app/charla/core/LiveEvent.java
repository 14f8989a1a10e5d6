package app.charla.core;

import java.util.Set;

/**
 * Something that has been committed and that people with an open window want to know at once. Implementations are
 * immutable records in the past tense.
 */
public interface LiveEvent {

    /** Where it happened. */
    SpaceId space();

    /** Its place in the space's journal: the cursor of everything live. Positive, rising, unique in the space. */
    long position();

    /** The chat it concerns. */
    ChatId chat();

    /** Everybody who may learn of it; nobody else is told. */
    Set<AccountId> recipients();
}
