package app.charla.message;

import app.charla.account.BlockList;
import app.charla.account.BlockListChanged;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.ReadMarkerMoved;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceCommitted;
import app.charla.storage.SpaceStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Unread messages per space of an account, by its notification settings. Counts are cached until an event may change
 * them, so that reading all of them does not open every database; {@link UnreadChanged} says when to read again.
 */
@Service
public class UnreadCounts {

    /** Placeholder of a count that is being read. */
    private static final int LOADING = -1;

    private final SpaceStore store;
    private final SpaceService spaces;
    private final MessageRepository messages;
    private final BlockList blockList;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Counts by space, so that a commit checks those of its own space only. Counts that may have changed are removed: a
     * count being read at that moment then lands in an object nobody reads.
     */
    private final Map<SpaceId, Map<AccountId, AtomicInteger>> cache = new ConcurrentHashMap<>();

    UnreadCounts(
            SpaceStore store,
            SpaceService spaces,
            MessageRepository messages,
            BlockList blockList,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.spaces = spaces;
        this.messages = messages;
        this.blockList = blockList;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the counts of all spaces that the account is in and that are available, each at most
     * {@link Conversation#MAX_UNREAD}. The first call reads each space's database.
     */
    public Map<SpaceId, Integer> counts(AccountId account) {
        var counts = new LinkedHashMap<SpaceId, Integer>();
        for (Space space : spaces.spaces(account)) {
            if (space.isReady()) {
                addCount(counts, new Actor(space.id(), account));
            }
        }
        return counts;
    }

    private void addCount(Map<SpaceId, Integer> counts, Actor actor) {
        Map<AccountId, AtomicInteger> own = cache.computeIfAbsent(actor.space(), id -> new ConcurrentHashMap<>());
        AtomicInteger cached = own.get(actor.account());
        if (cached != null && cached.get() != LOADING) {
            counts.put(actor.space(), cached.get());
            return;
        }
        var count = new AtomicInteger(LOADING);
        own.put(actor.account(), count);
        try {
            count.set(count(actor));
            counts.put(actor.space(), count.get());
        } catch (UnavailableException unavailable) {
            own.remove(actor.account(), count); // opening the space reports the failure
        }
    }

    private int count(Actor actor) {
        List<UUID> ignored = blockList.mutedFor(actor.account()).stream()
                .map(AccountId::value)
                .toList();
        return store.read(
                actor.space(),
                () -> messages.countAllUnread(
                        actor.account().value(), ignored, clock.millis(), Conversation.MAX_UNREAD));
    }

    /** Drops counts that may have changed, also those being read. */
    @EventListener
    void on(SpaceCommitted committed) {
        Map<AccountId, AtomicInteger> counts = cache.get(committed.space());
        if (counts == null) {
            return;
        }
        for (AccountId account : List.copyOf(counts.keySet())) {
            if (affects(committed.events(), account) && counts.remove(account) != null) {
                events.publishEvent(new UnreadChanged(new Actor(committed.space(), account)));
            }
        }
    }

    @EventListener
    void on(JournalAdvanced advanced) {
        Map<AccountId, AtomicInteger> stale = cache.remove(advanced.space());
        if (stale != null) {
            stale.keySet()
                    .forEach(account -> events.publishEvent(new UnreadChanged(new Actor(advanced.space(), account))));
        }
    }

    @EventListener
    void on(BlockListChanged changed) {
        cache.forEach((space, counts) -> {
            if (counts.remove(changed.blocker()) != null) {
                events.publishEvent(new UnreadChanged(new Actor(space, changed.blocker())));
            }
        });
    }

    private static boolean affects(List<LiveEvent> events, AccountId account) {
        return events.stream().anyMatch(event -> switch (event) {
            case MessagePosted posted ->
                posted.recipients().contains(account)
                        && !posted.message().sender().equals(account);
            case MessageChanged changed ->
                changed.recipients().contains(account) && changed.message().deleted();
            case ReadMarkerMoved moved -> moved.recipients().contains(account);
            case ChatGone gone -> gone.recipients().contains(account);
            case ChatChanged changed -> changed.recipients().contains(account);
            default -> false;
        });
    }
}
