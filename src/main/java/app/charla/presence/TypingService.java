package app.charla.presence;

import app.charla.account.BlockList;
import app.charla.account.RateLimit;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.realtime.MessageBroadcaster;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The typing indicator: signals to the members of a chat who have it open that somebody is typing. Stored nowhere.
 *
 * @see <a href="../../../../../docs/decisions/028-typing-and-read-receipts.md">decision 028</a>
 */
@Service
public class TypingService {

    /** Validity of a signal. Clients repeat it every three seconds. */
    public static final Duration TTL = Duration.ofSeconds(8);

    /** Repetitions within this time are dropped. */
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(2);

    /** Enough for "several people"; further ones are not signalled. */
    private static final int MAX_TYPING = 4;

    private record ChatKey(SpaceId space, ChatId chat) {}

    private final ChatService chats;
    private final PresenceSettings settings;
    private final boolean limited;
    private final RateLimit<AccountId> limit;
    private final BlockList blockList;
    private final MessageBroadcaster broadcaster;
    private final Clock clock;
    private final Cache<ChatKey, Map<AccountId, Instant>> typing =
            Caffeine.newBuilder().expireAfterAccess(TTL).build();

    TypingService(
            ChatService chats,
            PresenceSettings settings,
            PresenceProperties limits,
            BlockList blockList,
            MessageBroadcaster broadcaster,
            Clock clock) {
        this.chats = chats;
        this.settings = settings;
        this.limited = limits.limited();
        this.limit = new RateLimit<>(limits.typingPerMinute(), Duration.ofMinutes(1));
        this.blockList = blockList;
        this.broadcaster = broadcaster;
        this.clock = clock;
    }

    /**
     * Signals that the actor is typing.
     *
     * @throws NotFoundException if they are not a member of the chat
     * @throws app.charla.core.ForbiddenException if the chat is archived
     * @throws app.charla.core.TooManyRequestsException if they signal too often, in all chats together
     */
    public void type(Actor actor, ChatId id) {
        Chat chat = chats.changeable(actor, id);
        if (!chat.has(actor.account())) {
            throw new NotFoundException();
        }
        if (limited) {
            limit.consumeAndReport(actor.account());
        }
        boolean visible = settings.of(actor.account()).isVisible();
        if (visible && isDue(new ChatKey(actor.space(), id), actor.account())) {
            var others = new HashSet<>(chat.audience());
            others.remove(actor.account());
            others.removeAll(blockList.blockedEitherWay(actor.account()));
            broadcaster.signal(others, new Typing(actor.space(), id, actor.account()));
        }
    }

    private boolean isDue(ChatKey chatKey, AccountId account) {
        Instant now = clock.instant();
        Map<AccountId, Instant> people = typing.get(chatKey, key -> new HashMap<>());
        synchronized (people) {
            people.values().removeIf(signalled -> signalled.plus(TTL).isBefore(now));
            Instant last = people.get(account);
            boolean due = last == null ? people.size() < MAX_TYPING : !now.isBefore(last.plus(MIN_INTERVAL));
            if (due) {
                people.put(account, now);
            }
            return due;
        }
    }
}
