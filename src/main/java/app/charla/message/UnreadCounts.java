package app.charla.message;

import app.charla.account.BlockList;
import app.charla.account.BlockListChanged;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.PublicChatChanged;
import app.charla.chat.ReadMarkerGathered;
import app.charla.chat.ReadMarkerMoved;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.space.Space;
import app.charla.space.SpaceClosed;
import app.charla.space.SpaceService;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceCommitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Unread counts of accounts, by chat and by space. They are counted in the database once and then follow the journal, so
 * that a message costs no query for those who see it; {@link UnreadChanged} says when to ask again. Counts that nobody
 * asks for are forgotten.
 *
 * @see <a href="../../../../../docs/decisions/053-unread-counts.md">decision 053</a>
 */
@Service
public class UnreadCounts {

    private static final Duration MAX_UNUSED = Duration.ofMinutes(10);

    /** Number of times that a count is read which changes while it is being read. */
    private static final int MAX_READS = 5;

    private final SpaceService spaces;
    private final UnreadReader reader;
    private final BlockList blockList;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Counts by space, so that a commit looks at those of its own space only. Counts that are wrong as a whole are
     * removed: what is being read at that moment lands in an object nobody asks.
     */
    private final Map<SpaceId, Map<AccountId, AccountUnread>> cache = new ConcurrentHashMap<>();

    /** The journal positions up to which the counts have followed. */
    private final Map<SpaceId, Long> followed = new ConcurrentHashMap<>();

    UnreadCounts(
            SpaceService spaces,
            UnreadReader reader,
            BlockList blockList,
            ApplicationEventPublisher events,
            Clock clock) {
        this.spaces = spaces;
        this.reader = reader;
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
        AccountUnread own = cached(actor);
        own.use(clock.instant());
        own.listen();
        try {
            complete(own, actor);
            counts.put(actor.space(), own.total(clock.instant()));
        } catch (UnavailableException | NotFoundException unavailable) {
            forget(actor, own); // opening the space reports the failure
        }
    }

    /**
     * Returns what is unread in a chat; null if the actor is not in it.
     *
     * @param position the journal position that is included
     * @throws NotFoundException if the actor does not belong to the space
     * @throws UnavailableException if the database does not answer
     */
    public @Nullable UnreadCount count(Actor actor, ChatId chat, long position) {
        AccountUnread own = cached(actor);
        own.use(clock.instant());
        if (followed.getOrDefault(actor.space(), 0L) < position) {
            own.require(chat, position);
        }
        complete(own, actor);
        return own.get(chat);
    }

    private AccountUnread cached(Actor actor) {
        return cache.computeIfAbsent(actor.space(), space -> new ConcurrentHashMap<>())
                .computeIfAbsent(actor.account(), account -> new AccountUnread(account, clock.instant()));
    }

    private void complete(AccountUnread own, Actor actor) {
        AccountUnread.Gap gap = own.gap();
        for (int reads = 0; gap != null && reads < MAX_READS; reads++) {
            Set<AccountId> ignored = blockList.mutedFor(actor.account());
            ChatId chat = gap.chat();
            own.fill(gap, chat == null ? reader.all(actor, ignored) : reader.one(actor, chat, ignored), ignored);
            gap = own.gap();
        }
    }

    private void forget(Actor actor, AccountUnread own) {
        cache.getOrDefault(actor.space(), Map.of()).remove(actor.account(), own);
    }

    /** Follows a commit; before the listener that delivers it, so that whoever is told of it gets the new counts. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(SpaceCommitted committed) {
        Map<AccountId, AccountUnread> counts = cache.getOrDefault(committed.space(), Map.of());
        for (LiveEvent event : committed.events()) {
            if (affects(event)) {
                follow(event, counts);
            }
        }
        followed.merge(committed.space(), committed.events().getLast().position(), Math::max);
    }

    private void follow(LiveEvent event, Map<AccountId, AccountUnread> counts) {
        Set<AccountId> recipients = event.recipients();
        if (recipients.size() < counts.size()) {
            recipients.forEach(account -> follow(event, account, counts.get(account)));
        } else {
            counts.forEach((account, own) -> follow(event, account, recipients.contains(account) ? own : null));
        }
    }

    private void follow(LiveEvent event, AccountId account, @Nullable AccountUnread own) {
        if (own != null && own.apply(event)) {
            announce(new Actor(event.space(), account), own);
        }
    }

    private void announce(Actor actor, AccountUnread own) {
        if (own.announce()) {
            events.publishEvent(new UnreadChanged(actor));
        }
    }

    /** Counts what was read of a large chat before it is stored. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ReadMarkerGathered marker) {
        Actor actor = marker.actor();
        AccountUnread own = cache.getOrDefault(actor.space(), Map.of()).get(actor.account());
        if (own != null && own.read(marker.chat(), marker.seq())) {
            announce(actor, own);
        }
    }

    @EventListener
    void on(JournalAdvanced advanced) {
        Map<AccountId, AccountUnread> stale = cache.remove(advanced.space());
        if (stale != null) {
            stale.forEach((account, own) -> announce(new Actor(advanced.space(), account), own));
        }
    }

    @EventListener
    void on(BlockListChanged changed) {
        cache.forEach((space, counts) -> {
            AccountUnread own = counts.remove(changed.blocker());
            if (own != null) {
                announce(new Actor(space, changed.blocker()), own);
            }
        });
    }

    @EventListener
    void on(SpaceClosed closed) {
        cache.remove(closed.space().id());
        followed.remove(closed.space().id());
    }

    /** Announces counts that rise as a mute has ended, and forgets those that nobody asks for. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void followTime() {
        Instant now = clock.instant();
        cache.forEach((space, counts) -> counts.forEach((account, own) -> {
            boolean unused = own.isUnusedSince(now.minus(MAX_UNUSED)) && counts.remove(account, own);
            if (own.hasMuteEnded(now) || unused) {
                announce(new Actor(space, account), own);
            }
        }));
    }

    private static boolean affects(LiveEvent event) {
        return switch (event) {
            case MessagePosted posted -> true;
            case MessageChanged changed -> changed.content();
            case ReadMarkerMoved moved -> true;
            case ChatGone gone -> true;
            case ChatChanged changed -> true;
            case PublicChatChanged changed -> false; // members get one of the two above as well
            default -> false;
        };
    }
}
