package app.charla.storage;

import app.charla.core.ChatId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Last journal position and last sequence number of recently used chats, so that a write needs no query. Nobody else
 * writes there.
 *
 * <p>Used on the writer's thread only. A transaction works on a {@linkplain #copy copy} that replaces the original if
 * the commit succeeds.
 */
final class SequenceCache {

    private static final int MAX_CHATS = 10_000;

    private final Map<ChatId, Long> committed;
    private final Map<ChatId, Long> chats = new LinkedHashMap<>();
    private long journal;

    private SequenceCache(long journal, Map<ChatId, Long> committed) {
        this.journal = journal;
        this.committed = committed;
    }

    static SequenceCache of(long journal) {
        return new SequenceCache(journal, new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ChatId, Long> eldest) {
                return size() > MAX_CHATS;
            }
        });
    }

    /** Returns a copy to be changed and discarded, or {@linkplain #commit kept}. */
    SequenceCache copy() {
        return new SequenceCache(journal, committed);
    }

    SequenceCache commit() {
        committed.putAll(chats);
        chats.clear();
        return this;
    }

    long journal() {
        return journal;
    }

    long nextJournal() {
        return ++journal;
    }

    long chat(ChatId chat, LongSupplier stored) {
        Long known = chats.getOrDefault(chat, committed.get(chat));
        return known == null ? stored.getAsLong() : known;
    }

    long nextChat(ChatId chat, LongSupplier stored) {
        long next = chat(chat, stored) + 1;
        chats.put(chat, next);
        return next;
    }
}
