package app.charla.chat;

import app.charla.chat.GatheredMarkers.Key;
import app.charla.chat.GatheredMarkers.Marker;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Writer of the gathered read markers: stores those of a space in one transaction every {@value #INTERVAL} seconds, those
 * of an account when its tab is closed, and the rest at shutdown. Events about them leave after the commit.
 *
 * @see <a href="../../../../../docs/decisions/054-gathered-read-markers.md">decision 054</a>
 */
@Service
public class MarkerWriter {

    /** Seconds of reading that a crash may lose. */
    private static final int INTERVAL = 10;

    /** Maximum of markers in one write, as others wait for it. */
    private static final int MAX_TOGETHER = 500;

    private static final Logger log = LoggerFactory.getLogger(MarkerWriter.class);

    private final SpaceStore store;
    private final ChatCache chatCache;
    private final MembershipRepository members;
    private final ReadMarkers markers;
    private final GatheredMarkers gathered;

    MarkerWriter(
            SpaceStore store,
            ChatCache chatCache,
            MembershipRepository members,
            ReadMarkers markers,
            GatheredMarkers gathered) {
        this.store = store;
        this.chatCache = chatCache;
        this.members = members;
        this.markers = markers;
        this.gathered = gathered;
    }

    /** Stores all gathered markers. Those of a space that does not answer stay for the next time. */
    @PreDestroy
    @Scheduled(fixedDelay = INTERVAL, timeUnit = TimeUnit.SECONDS)
    void writeAll() {
        gathered.spaces().forEach(space -> write(space, key -> true));
    }

    /** Stores the gathered markers of an account, for its other devices and nodes. Waits for the commits. */
    public void write(AccountId account) {
        gathered.spaces().forEach(space -> write(space, key -> key.account().equals(account)));
    }

    private void write(SpaceId space, Predicate<Key> filter) {
        List<Map.Entry<Key, Marker>> all =
                List.copyOf(gathered.select(space, filter).entrySet());
        try {
            for (int from = 0; from < all.size(); from += MAX_TOGETHER) {
                write(space, all.subList(from, Math.min(all.size(), from + MAX_TOGETHER)));
            }
        } catch (RuntimeException failure) {
            log.warn("{} read markers of space {} were not stored: {}", all.size(), space, failure.toString());
        }
    }

    private void write(SpaceId space, List<Map.Entry<Key, Marker>> together) {
        Map<ChatId, Map<AccountId, Marker>> byChat = together.stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().chat(),
                        Collectors.toMap(each -> each.getKey().account(), Map.Entry::getValue)));
        Map<Key, Set<AccountId>> receivers = receivers(space, together);
        store.<Boolean>write(space, transaction -> {
            byChat.forEach((chat, read) -> store(transaction, chat, read, receivers));
            transaction.afterCommit(
                    () -> together.forEach(each -> gathered.remove(space, each.getKey(), each.getValue())));
            return true;
        });
    }

    /** Receipts of markers whose chat has become small enough for receipts since they were gathered. */
    private Map<Key, Set<AccountId>> receivers(SpaceId space, List<Map.Entry<Key, Marker>> together) {
        var receivers = new HashMap<Key, Set<AccountId>>();
        for (Map.Entry<Key, Marker> each : together) {
            Key key = each.getKey();
            chatCache
                    .find(space, key.chat())
                    .filter(chat -> each.getValue().shares())
                    .ifPresent(chat ->
                            receivers.put(key, markers.receiptReceivers(new Actor(space, key.account()), chat)));
        }
        return receivers;
    }

    private void store(
            SpaceTransaction transaction,
            ChatId chat,
            Map<AccountId, Marker> read,
            Map<Key, Set<AccountId>> receivers) {
        List<UUID> accounts = read.keySet().stream().map(AccountId::value).toList();
        for (MembershipEntity each : members.findByChatIdAndAccountIdIn(chat.value(), accounts)) {
            var key = new Key(chat, each.account());
            Marker marker = read.get(each.account());
            if (marker != null && gathered.contains(transaction.space(), key, marker)) { // else marked as unread since
                markers.store(transaction, each, marker, receivers.getOrDefault(key, Set.of()));
            }
        }
    }
}
