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
 * That somebody has Charla open in one place: it holds as long as that place says so, and for a while after. It also says
 * whose presence that place shows. Safe for many threads.
 */
public final class Lease implements AutoCloseable {

    /** How long it holds without a word. */
    public static final Duration TTL = Duration.ofSeconds(75);

    /** Whoever goes from page to page, or reloads, is back by then. */
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

    /** The place is still there, and something was done there lately, or not. */
    public void heartbeat(boolean activeLately) {
        if (!closed) {
            presences.renew(this, activeLately);
        }
    }

    /**
     * Says whose presence is on the screen, in place of who was before.
     *
     * @return what the actor may know of them now; what changes is told
     */
    public List<Presence> watch(Collection<AccountId> people) {
        return closed ? List.of() : presences.watch(this, people);
    }

    /** The place is gone, or another will take its place at once. Closing again does nothing. */
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

    /** Tells whether that changes anything about the person. */
    boolean renew(boolean activeLately, Instant now) {
        boolean changes = activeLately != active || !isValid(now);
        active = activeLately;
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

    void publish(List<Presence> news) {
        listener.accept(news);
    }
}
