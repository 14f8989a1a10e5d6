package app.charla.core;

/**
 * Account that acts, in a space: the first parameter of every use case, so that the same call works from a view, from
 * REST, from a job and from a test. It proves no rights: each service checks what its actor may do.
 *
 * @see <a href="../../../../../docs/decisions/002-actor-selects-the-space.md">decision 002</a>
 */
public record Actor(SpaceId space, AccountId account) {}
