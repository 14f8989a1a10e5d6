package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.space.SpaceClosed;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Read markers of large chats that are gathered in memory until they are written together, see {@link MarkerWriter}.
 * Whoever reads a membership on this node gets the gathered marker laid over the stored one. A crash loses them.
 *
 * @see <a href="../../../../../docs/decisions/054-gathered-read-markers.md">decision 054</a>
 */
@Component
class GatheredMarkers {

    record Key(ChatId chat, AccountId account) {}

    /**
     * @param seq what is read
     * @param shares whether the reader shared read receipts then
     */
    record Marker(long seq, boolean shares) {

        private static Marker later(Marker one, Marker other) {
            return one.seq > other.seq ? one : other;
        }
    }

    private final Map<SpaceId, Map<Key, Marker>> gathered = new ConcurrentHashMap<>();

    /** Adds a marker; one that is not above the gathered one changes nothing. */
    void add(Actor actor, ChatId chat, Marker marker) {
        gathered.computeIfAbsent(actor.space(), space -> new ConcurrentHashMap<>())
                .merge(new Key(chat, actor.account()), marker, Marker::later);
    }

    /** Returns a membership as it is read: with its gathered marker. Called after the membership was loaded. */
    Membership laidOver(SpaceId space, Membership stored) {
        Marker marker = in(space).get(new Key(stored.chat(), stored.account()));
        return marker == null || marker.seq() <= stored.readSeq() ? stored : stored.withReadSeq(marker.seq());
    }

    /** Returns what a member's gathered marker says is read; 0 if there is none. */
    long seq(Actor actor, ChatId chat) {
        Marker marker = in(actor.space()).get(new Key(chat, actor.account()));
        return marker == null ? 0 : marker.seq();
    }

    Set<SpaceId> spaces() {
        return Set.copyOf(gathered.keySet());
    }

    boolean contains(SpaceId space, Key key, Marker marker) {
        return marker.equals(in(space).get(key));
    }

    /** Returns the gathered markers of a space that pass a filter. */
    Map<Key, Marker> select(SpaceId space, Predicate<Key> filter) {
        var selected = new HashMap<>(in(space));
        selected.keySet().removeIf(filter.negate());
        return selected;
    }

    /** Takes a member's marker out: it is not stored any more. Null if there is none. */
    @Nullable
    Marker take(Actor actor, ChatId chat) {
        Map<Key, Marker> markers = gathered.get(actor.space());
        return markers == null ? null : markers.remove(new Key(chat, actor.account()));
    }

    /** Removes a marker that was stored, unless a later one has been gathered since. */
    void remove(SpaceId space, Key key, Marker stored) {
        Map<Key, Marker> markers = gathered.get(space);
        if (markers != null) {
            markers.remove(key, stored);
        }
    }

    @EventListener
    void on(SpaceClosed closed) {
        gathered.remove(closed.space().id());
    }

    private Map<Key, Marker> in(SpaceId space) {
        return gathered.getOrDefault(space, Map.of());
    }
}
