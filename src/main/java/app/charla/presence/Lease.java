package app.charla.presence;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A lease of presence: one client (a tab or an event stream) in which an account has Charla open. It is valid for
 * {@link #TTL} after each heartbeat, and holds the people whose presence the client watches. Thread-safe.
 *
 * @see <a href="../../../../../docs/decisions/029-presence-leases.md">decision 029</a>
 */
public final class Lease implements AutoCloseable {

    /** Validity without a heartbeat. */
    public static final Duration TTL = Duration.ofSeconds(75);

    /** Validity after closing, so that others do not see a reload. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(5);

    private final PresenceService presences;
    private final Actor actor;
    private final Consumer<List<Presence>> listener;
    private volatile Set<AccountId> watched = Set.of();
    private volatile boolean active = true;
    private volatile Instant until;
    private volatile boolean closed;

    Lease(PresenceService presences, Actor actor, Consumer<List<Presence>> told, Instant now) {
        this.presences = presences;
        this.actor = actor;
        this.listener = told;
        this.until = now.plus(TTL);
    }

    /** Renews the lease, saying whether the client was used within the last five minutes. */
    public void heartbeat(boolean recentlyActive) {
        if (!closed) {
            presences.renew(this, recentlyActive);
        }
    }

    /**
     * Replaces the people whose presence the client watches; at most {@link PresenceService#MAX_WATCHED}.
     *
     * @return their presences now; changes go to the listener
     */
    public List<Presence> watch(Collection<AccountId> people) {
        return closed ? List.of() : presences.watch(this, people);
    }

    /** Releases the lease after a grace period. Closing again does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            presences.release(this);
        }
    }

    Actor actor() {
        return actor;
    }

    AccountId account() {
        return actor.account();
    }

    Set<AccountId> watched() {
        return watched;
    }

    void changeWatched(Set<AccountId> people) {
        watched = people;
    }

    /** Returns whether this may change the availability of the account. */
    boolean renew(boolean recentlyActive, Instant now) {
        boolean changes = recentlyActive != active || !isValid(now);
        active = recentlyActive;
        until = now.plus(TTL);
        return changes;
    }

    void expireSoon(Instant now) {
        until = now.plus(GRACE_PERIOD);
    }

    boolean isValid(Instant now) {
        return now.isBefore(until);
    }

    boolean isActive() {
        return active;
    }

    void publish(List<Presence> changes) {
        listener.accept(changes);
    }
}
