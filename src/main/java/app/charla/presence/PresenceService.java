package app.charla.presence;

import app.charla.account.BlockList;
import app.charla.account.BlockListChanged;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.space.SpaceService;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Computes online, away and offline from the open leases and the chosen availability. Each client that has Charla open
 * holds a {@link Lease}; once a second the clients that watch a person receive what changed.
 *
 * @see <a href="../../../../../docs/decisions/029-presence-leases.md">decision 029</a>
 */
@Service
public class PresenceService {

    /** The maximum number of people that one lease watches. */
    public static final int MAX_WATCHED = 200;

    private static final Logger log = LoggerFactory.getLogger(PresenceService.class);

    private final PresenceSettings settings;
    private final BlockList blockList;
    private final SpaceService spaces;
    private final Clock clock;
    private final Map<AccountId, Set<Lease>> leases = new ConcurrentHashMap<>();
    private final Map<AccountId, Set<Lease>> watchers = new ConcurrentHashMap<>();

    /** The last published presence of each account that is not offline. */
    private final Map<AccountId, Presence> published = new ConcurrentHashMap<>();

    /** Accounts whose presence may have changed since the last tick. */
    private final Set<AccountId> dirty = ConcurrentHashMap.newKeySet();

    PresenceService(PresenceSettings settings, BlockList blockList, SpaceService spaces, Clock clock) {
        this.settings = settings;
        this.blockList = blockList;
        this.spaces = spaces;
        this.clock = clock;
    }

    /**
     * Opens a lease for one more client of the actor.
     *
     * @param listener receives changed presences of the watched people, on a thread that it may block only briefly
     */
    public Lease open(Actor actor, Consumer<List<Presence>> listener) {
        var lease = new Lease(this, actor, listener, clock.instant());
        leases.compute(actor.account(), (account, present) -> add(present, lease));
        dirty.add(actor.account());
        return lease;
    }

    /** Returns the actor's presence settings, without an expired status. */
    public OwnPresence own(AccountId actor) {
        OwnPresence own = settings.of(actor);
        return new OwnPresence(
                own.choice(), own.status().at(clock.instant()), own.receipts(), own.tellsLastSeen(), own.lastSeen());
    }

    /** Changes the actor's presence settings. */
    public OwnPresence update(AccountId actor, UnaryOperator<OwnPresence> change) {
        OwnPresence before = own(actor);
        OwnPresence updated = change.apply(before);
        boolean disappears = before.isVisible() && !updated.isVisible() && isConnected(actor, clock.instant());
        OwnPresence now = settings.change(actor, row -> {
            row.changeChoice(updated.choice());
            row.changeStatus(updated.status());
            row.changeReceipts(updated.receipts());
            row.changeLastSeenVisibility(updated.tellsLastSeen());
            if (disappears) {
                row.recordLastSeen(clock.instant());
            }
        });
        dirty.add(actor);
        return now;
    }

    /**
     * Returns the presences of some people, as far as the actor may see them. Those who share no space with the actor, and
     * those blocked in either direction, look as if they had never been online.
     */
    public List<Presence> of(Actor actor, Collection<AccountId> people) {
        Set<AccountId> requested = new LinkedHashSet<>(people);
        Set<AccountId> visible = new HashSet<>(spaces.membersAmong(actor, requested));
        visible.removeAll(blockList.blockedEitherWay(actor.account()));
        Map<AccountId, OwnPresence> all = settings.of(visible);
        boolean showsLastSeen = settings.of(actor.account()).tellsLastSeen();
        Instant now = clock.instant();
        var presences = new ArrayList<Presence>();
        for (AccountId person : requested) {
            OwnPresence own = all.get(person);
            Presence presence = own == null ? Presence.unknown(person) : present(person, own, now);
            presences.add(showsLastSeen ? presence : presence.withoutLastSeen());
        }
        return List.copyOf(presences);
    }

    /** Publishes each of the two to the other, as hidden or as visible again. */
    @EventListener
    void on(BlockListChanged changed) {
        publish(changed.blocker(), changed.blocked());
        publish(changed.blocked(), changed.blocker());
    }

    private void publish(AccountId watching, AccountId watched) {
        for (Lease lease : watchers.getOrDefault(watched, Set.of())) {
            if (lease.account().equals(watching)) {
                lease.publish(of(lease.actor(), Set.of(watched)));
            }
        }
    }

    /** Renews a lease; one that had expired receives what it missed. */
    void renew(Lease lease, boolean active) {
        Instant now = clock.instant();
        boolean wasValid = lease.isValid(now);
        if (lease.renew(active, now)) {
            leases.compute(lease.account(), (account, present) -> add(present, lease));
            dirty.add(lease.account());
        }
        if (!wasValid) {
            lease.publish(watch(lease, lease.watched()));
        }
    }

    List<Presence> watch(Lease lease, Collection<AccountId> people) {
        Set<AccountId> wanted = new HashSet<>();
        people.stream().limit(MAX_WATCHED).forEach(wanted::add);
        unwatch(lease);
        Set<AccountId> visible = Set.copyOf(spaces.membersAmong(lease.actor(), wanted));
        lease.changeWatched(visible);
        visible.forEach(person -> watchers.compute(person, (account, present) -> add(present, lease)));
        return of(lease.actor(), wanted);
    }

    /** Lets a lease expire after its grace period, so that others do not see a reload. */
    void release(Lease lease) {
        unwatch(lease);
        lease.expireSoon(clock.instant());
    }

    private void unwatch(Lease lease) {
        lease.watched()
                .forEach(person -> watchers.computeIfPresent(person, (account, present) -> {
                    present.remove(lease);
                    return present.isEmpty() ? null : present;
                }));
    }

    private static Set<Lease> add(@Nullable Set<Lease> present, Lease lease) {
        Set<Lease> all = present == null ? ConcurrentHashMap.newKeySet(1) : present;
        all.add(lease);
        return all;
    }

    private boolean isConnected(AccountId account, Instant now) {
        return leases.getOrDefault(account, Set.of()).stream().anyMatch(lease -> lease.isValid(now));
    }

    private Presence present(AccountId account, OwnPresence own, Instant now) {
        Availability availability = availability(account, own, now);
        return availability == Availability.OFFLINE
                ? new Presence(account, availability, CustomStatus.NONE, own.tellsLastSeen() ? own.lastSeen() : null)
                : new Presence(account, availability, own.status().at(now), null);
    }

    private Availability availability(AccountId account, OwnPresence own, Instant now) {
        boolean connected = false;
        boolean active = false;
        for (Lease lease : leases.getOrDefault(account, Set.of())) {
            boolean valid = lease.isValid(now);
            connected |= valid;
            active |= valid && lease.isActive();
        }
        if (!connected || !own.isVisible()) {
            return Availability.OFFLINE;
        }
        if (own.choice() == PresenceChoice.DO_NOT_DISTURB) {
            return Availability.DO_NOT_DISTURB;
        }
        return active ? Availability.ONLINE : Availability.AWAY;
    }

    /** Removes expired leases and publishes changed presences. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tick() {
        Instant now = clock.instant();
        expire(now);
        published.values().stream()
                .filter(presence -> !presence.status().equals(presence.status().at(now)))
                .forEach(presence -> dirty.add(presence.account()));
        Set<AccountId> changed = new HashSet<>(dirty);
        dirty.removeAll(changed);
        if (!changed.isEmpty()) {
            publish(changed, now);
        }
    }

    private void expire(Instant now) {
        leases.forEach((account, theirs) -> theirs.forEach(lease -> {
            if (!lease.isValid(now)) {
                unwatch(lease);
                dirty.add(account);
                leases.computeIfPresent(account, (id, present) -> {
                    present.removeIf(each -> !each.isValid(now));
                    return present.isEmpty() ? null : present;
                });
            }
        }));
    }

    private void publish(Set<AccountId> accounts, Instant now) {
        var offline = new HashSet<AccountId>();
        var changes = new HashMap<Lease, List<Presence>>();
        settings.of(accounts).forEach((account, own) -> {
            Presence before = published.get(account);
            Presence presence = present(account, own, now);
            if (presence.availability() != Availability.OFFLINE) {
                published.put(account, presence);
            } else if (before == null) {
                return; // was and stays offline
            } else {
                published.remove(account);
                if (own.isVisible()) {
                    offline.add(account);
                    presence = new Presence(
                            account, Availability.OFFLINE, CustomStatus.NONE, own.tellsLastSeen() ? now : null);
                }
            }
            if (!presence.equals(before)) {
                for (Lease watcher : watchers.getOrDefault(account, Set.of())) {
                    if (blockList.blockedEitherWay(watcher.account()).contains(account)) {
                        continue;
                    }
                    changes.computeIfAbsent(watcher, lease -> new ArrayList<>()).add(presence);
                }
            }
        });
        changes.forEach(this::publish);
        if (!offline.isEmpty()) {
            settings.recordLastSeen(offline, now);
        }
    }

    private void publish(Lease watcher, List<Presence> changes) {
        boolean showsLastSeen = settings.of(watcher.account()).tellsLastSeen();
        watcher.publish(
                showsLastSeen
                        ? changes
                        : changes.stream().map(Presence::withoutLastSeen).toList());
    }

    /** Records the last-seen time of everybody who is online now. */
    @PreDestroy
    void close() {
        try {
            settings.recordLastSeen(published.keySet(), clock.instant());
        } catch (RuntimeException failure) {
            log.warn("last-seen times are not recorded at shutdown", failure);
        }
    }
}
