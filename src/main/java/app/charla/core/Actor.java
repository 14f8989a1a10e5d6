package app.charla.core;

/**
 * Who acts, and where. Every use case takes one, so that the same call works from a view, from REST, from a job and
 * from a test. Having one proves nothing about a chat: each service checks what its actor may do.
 *
 * @see <a href="../../../../../docs/decisions/002-the-actor-names-the-space.md">decision 002</a>
 */
public record Actor(SpaceId space, AccountId account) {}
