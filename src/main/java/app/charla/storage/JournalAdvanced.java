package app.charla.storage;

import app.charla.core.SpaceId;

/**
 * Spring event: the journal of a space has entries that this process did not write, so what is cached of the space is
 * stale, and whoever follows it must catch up. Published on the writer's thread within its transaction: listeners hand
 * longer work over and return.
 */
public record JournalAdvanced(SpaceId space) {}
