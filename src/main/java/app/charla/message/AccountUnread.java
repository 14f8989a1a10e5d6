package app.charla.message;

import app.charla.chat.ReadMarkerMoved;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unread counts of an account in the chats of a space, kept by the events of the journal. Each count knows the position
 * it was read at and ignores older events; what an event does not say is read again at the next use. A count that is
 * being read while an event arrives is not trusted.
 *
 * <p>Safe for threads; nothing waits here for a database.
 */
final class AccountUnread {

    /** @param position the journal position that the count includes */
    private record Entry(UnreadCount count, long position) {}

    private final AccountId reader;
    private Set<AccountId> ignored = Set.of();
    private final Map<ChatId, Entry> entries = new HashMap<>();

    /** Chats to be read again, with the position that must be included then. */
    private final Map<ChatId, Long> stale = new HashMap<>();

    private boolean loaded;

    /** Number of the markers that were gathered; those have no position. */
    private long gathered;

    private boolean announced;
    private @Nullable Instant nextMuteEnd;
    private Instant usedAt;

    AccountUnread(AccountId reader, Instant now) {
        this.reader = reader;
        this.usedAt = now;
    }

    /**
     * Gap in the counts: what has to be read.
     *
     * @param chat null for all chats
     */
    record Gap(@Nullable ChatId chat, long gathered) {}

    /** Returns what has to be read before the counts are complete; null if they are. */
    synchronized @Nullable Gap gap() {
        if (loaded && stale.isEmpty()) {
            return null;
        }
        boolean single = loaded && stale.size() == 1;
        return new Gap(single ? stale.keySet().iterator().next() : null, gathered);
    }

    /** Takes what was read to fill a gap. */
    synchronized void fill(Gap gap, UnreadReader.Counts counts, Set<AccountId> ignoredSenders) {
        ignored = ignoredSenders;
        boolean current = gap.gathered() == gathered;
        counts.byChat().forEach((chat, count) -> put(chat, new Entry(count, counts.position()), current));
        if (gap.chat() == null) {
            Set.copyOf(stale.keySet()).forEach(chat -> forgetIfGone(chat, counts));
            loaded |= current;
        } else {
            forgetIfGone(gap.chat(), counts);
        }
    }

    private void forgetIfGone(ChatId chat, UnreadReader.Counts counts) {
        if (!counts.byChat().containsKey(chat) && stale.getOrDefault(chat, Long.MAX_VALUE) <= counts.position()) {
            stale.remove(chat);
            entries.remove(chat);
        }
    }

    private void put(ChatId chat, Entry read, boolean current) {
        Entry known = entries.get(chat);
        if (known != null && known.position() > read.position()) {
            return;
        }
        entries.put(chat, read);
        if (!current) {
            stale.merge(chat, read.position(), Math::max);
        } else if (stale.getOrDefault(chat, 0L) <= read.position()) {
            stale.remove(chat);
        }
    }

    /** Applies an event that the account receives. Returns whether the account's counts may have changed by it. */
    synchronized boolean apply(LiveEvent event) {
        Entry known = entries.get(event.chat());
        if (known == null || stale.containsKey(event.chat())) {
            return expire(event.chat(), event.position());
        }
        if (event.position() <= known.position()) {
            return false;
        }
        UnreadCount after = after(known.count(), event);
        if (after == null) {
            return expire(event.chat(), event.position());
        }
        entries.put(event.chat(), new Entry(after, event.position()));
        return !after.looksLike(known.count());
    }

    /** Returns a count after an event; null if it must be read. */
    private @Nullable UnreadCount after(UnreadCount before, LiveEvent event) {
        return switch (event) {
            case MessagePosted posted -> before.after(posted.message(), reader, ignored);
            case MessageChanged changed -> concerns(changed, before) ? null : before;
            case ReadMarkerMoved moved -> before.after(moved.state());
            default -> null;
        };
    }

    private boolean concerns(MessageChanged changed, UnreadCount before) {
        Message message = changed.message();
        return changed.content() && message.seq() > before.readSeq() && !ignored.contains(message.sender());
    }

    /** Takes up a marker that is not stored yet. Returns whether the counts may have changed. */
    synchronized boolean read(ChatId chat, long seq) {
        gathered++;
        Entry known = entries.get(chat);
        if (known == null || seq <= known.count().readSeq()) {
            return false;
        }
        stale.merge(chat, known.position(), Math::max);
        return true;
    }

    /** Lets the count of a chat be read again unless it includes the journal up to a position. */
    synchronized void require(ChatId chat, long position) {
        Entry known = entries.get(chat);
        if (known == null || known.position() < position) {
            expire(chat, position);
        }
    }

    private boolean expire(ChatId chat, long position) {
        stale.merge(chat, position, Math::max);
        return true;
    }

    /** Returns the count of a chat as far as it is known; null if the account is not in it. */
    synchronized @Nullable UnreadCount get(ChatId chat) {
        Entry known = entries.get(chat);
        return known == null ? null : known.count();
    }

    /** Returns the count of the space at a time. */
    synchronized int total(Instant now) {
        nextMuteEnd = null;
        int sum = 0;
        for (Entry each : entries.values()) {
            Instant until = each.count().notifications().until();
            if (until != null && until.isAfter(now) && (nextMuteEnd == null || until.isBefore(nextMuteEnd))) {
                nextMuteEnd = until;
            }
            sum = Math.min(sum + each.count().counted(now), Conversation.MAX_UNREAD);
        }
        return sum;
    }

    /** Takes up that somebody asks, so that the counts are kept. */
    synchronized void use(Instant now) {
        usedAt = now;
    }

    /** Lets the next change be announced: the count of the space is about to be asked for. */
    synchronized void listen() {
        announced = false;
    }

    /** Returns whether a change is the first since {@link #listen}, to be announced. */
    synchronized boolean announce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    /** Returns, once, whether a mute has ended since the count of the space was asked for. */
    synchronized boolean hasMuteEnded(Instant now) {
        boolean ended = nextMuteEnd != null && !nextMuteEnd.isAfter(now);
        if (ended) {
            nextMuteEnd = null;
        }
        return ended;
    }

    synchronized boolean isUnusedSince(Instant time) {
        return usedAt.isBefore(time);
    }
}
