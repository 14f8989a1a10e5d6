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
 * Who is there. Each place where somebody has Charla open holds a {@link Lease}; what they chose by hand goes before what
 * the places tell. Once a second whoever shows a person is told what became another with them.
 *
 * @see <a href="../../../../../docs/decisions/029-presence-leases.md">decision 029</a>
 */
@Service
public class PresenceService {

    /** Of so many people at most one place shows the presence. */
    public static final int MAX_WATCHED = 200;

    private static final Logger log = LoggerFactory.getLogger(PresenceService.class);

    private final PresenceSettings settings;
    private final BlockList blockList;
    private final SpaceService spaces;
    private final Clock clock;
    private final Map<AccountId, Set<Lease>> leases = new ConcurrentHashMap<>();
    private final Map<AccountId, Set<Lease>> watchers = new ConcurrentHashMap<>();

    /** What was told last of those who are there. */
    private final Map<AccountId, Presence> published = new ConcurrentHashMap<>();

    /** Of whom something may be another now. */
    private final Set<AccountId> dirty = ConcurrentHashMap.newKeySet();

    PresenceService(PresenceSettings settings, BlockList blockList, SpaceService spaces, Clock clock) {
        this.settings = settings;
        this.blockList = blockList;
        this.spaces = spaces;
        this.clock = clock;
    }

    /**
     * The actor has Charla open in one more place.
     *
     * @param told gets what changes of those whom the place watches; called on a thread that may be kept for a moment
     */
    public Lease open(Actor actor, Consumer<List<Presence>> told) {
        var lease = new Lease(this, actor, told, clock.instant());
        leases.compute(actor.account(), (account, present) -> add(present, lease));
        dirty.add(actor.account());
        return lease;
    }

    /** What the actor chose to let others notice. */
    public OwnPresence own(AccountId actor) {
        OwnPresence own = settings.of(actor);
        return new OwnPresence(
                own.choice(), own.status().at(clock.instant()), own.receipts(), own.tellsLastSeen(), own.lastSeen());
    }

    /** Changes what the actor lets others notice. */
    public OwnPresence update(AccountId actor, UnaryOperator<OwnPresence> change) {
        OwnPresence before = own(actor);
        OwnPresence wanted = change.apply(before);
        boolean vanishes = before.isVisible() && !wanted.isVisible() && isConnected(actor, clock.instant());
        OwnPresence now = settings.change(actor, row -> {
            row.changeChoice(wanted.choice());
            row.changeStatus(wanted.status());
            row.changeReceipts(wanted.receipts());
            row.changeLastSeenVisibility(wanted.tellsLastSeen());
            if (vanishes) {
                row.recordLastSeen(clock.instant());
            }
        });
        dirty.add(actor);
        return now;
    }

    /** What the actor may know of some people now; of strangers, and of who is kept apart from them, nothing, as if they were never there. */
    public List<Presence> of(Actor actor, Collection<AccountId> people) {
        Set<AccountId> asked = new LinkedHashSet<>(people);
        Set<AccountId> near = new HashSet<>(spaces.membersAmong(actor, asked));
        near.removeAll(blockList.blockedEitherWay(actor.account()));
        Map<AccountId, OwnPresence> all = settings.of(near);
        boolean tells = settings.of(actor.account()).tellsLastSeen();
        Instant now = clock.instant();
        var seen = new ArrayList<Presence>();
        for (AccountId person : asked) {
            OwnPresence own = all.get(person);
            Presence presence = own == null ? Presence.unknown(person) : present(person, own, now);
            seen.add(tells ? presence : presence.withoutLastSeen());
        }
        return List.copyOf(seen);
    }

    /** Two who are kept apart from now on are gone for each other, and there again when they no longer are. */
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

    /** A place that was thought to be gone is told what it missed. */
    void renew(Lease lease, boolean active) {
        Instant now = clock.instant();
        boolean held = lease.isValid(now);
        if (lease.renew(active, now)) {
            leases.compute(lease.account(), (account, present) -> add(present, lease));
            dirty.add(lease.account());
        }
        if (!held) {
            lease.publish(watch(lease, lease.watched()));
        }
    }

    List<Presence> watch(Lease lease, Collection<AccountId> people) {
        Set<AccountId> wanted = new HashSet<>();
        people.stream().limit(MAX_WATCHED).forEach(wanted::add);
        unwatch(lease);
        Set<AccountId> near = Set.copyOf(spaces.membersAmong(lease.actor(), wanted));
        lease.changeWatched(near);
        near.forEach(person -> watchers.compute(person, (account, present) -> add(present, lease)));
        return of(lease.actor(), wanted);
    }

    /** A tab that is reloaded comes back at once: others see nothing of that. */
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
        boolean there = false;
        boolean active = false;
        for (Lease lease : leases.getOrDefault(account, Set.of())) {
            boolean holds = lease.isValid(now);
            there |= holds;
            active |= holds && lease.isActive();
        }
        if (!there || !own.isVisible()) {
            return Availability.OFFLINE;
        }
        if (own.choice() == PresenceChoice.DO_NOT_DISTURB) {
            return Availability.DO_NOT_DISTURB;
        }
        return active ? Availability.ONLINE : Availability.AWAY;
    }

    /** Lets go what no longer holds, and tells what is another now. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tick() {
        Instant now = clock.instant();
        expire(now);
        published.values().stream()
                .filter(presence -> !presence.status().equals(presence.status().at(now)))
                .forEach(presence -> dirty.add(presence.account()));
        Set<AccountId> some = new HashSet<>(dirty);
        dirty.removeAll(some);
        if (!some.isEmpty()) {
            publish(some, now);
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

    private void publish(Set<AccountId> some, Instant now) {
        var gone = new HashSet<AccountId>();
        var news = new HashMap<Lease, List<Presence>>();
        settings.of(some).forEach((account, own) -> {
            Presence before = published.get(account);
            Presence presence = present(account, own, now);
            if (presence.availability() != Availability.OFFLINE) {
                published.put(account, presence);
            } else if (before == null) {
                return; // nobody has noticed anything
            } else {
                published.remove(account);
                if (own.isVisible()) {
                    gone.add(account);
                    presence = new Presence(
                            account, Availability.OFFLINE, CustomStatus.NONE, own.tellsLastSeen() ? now : null);
                }
            }
            if (!presence.equals(before)) {
                for (Lease watcher : watchers.getOrDefault(account, Set.of())) {
                    if (blockList.blockedEitherWay(watcher.account()).contains(account)) {
                        continue;
                    }
                    news.computeIfAbsent(watcher, lease -> new ArrayList<>()).add(presence);
                }
            }
        });
        news.forEach(this::publish);
        if (!gone.isEmpty()) {
            settings.recordLastSeen(gone, now);
        }
    }

    private void publish(Lease watcher, List<Presence> news) {
        boolean tells = settings.of(watcher.account()).tellsLastSeen();
        watcher.publish(
                tells ? news : news.stream().map(Presence::withoutLastSeen).toList());
    }

    /** Whoever is there now was there until the end. */
    @PreDestroy
    void close() {
        try {
            settings.recordLastSeen(published.keySet(), clock.instant());
        } catch (RuntimeException silent) {
            log.warn("who was there until now is not kept", silent);
        }
    }
}
