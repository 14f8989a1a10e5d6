package app.charla.storage;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.MessageId;
import app.charla.core.SpaceId;
import app.charla.storage.JournalEntry.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transaction of the writer of a space, passed to each {@link SpaceStore.Write}. Every change appends an entry to the
 * journal here and publishes its live events, which are delivered only if the commit succeeds.
 *
 * <p>Used on the writer's thread only.
 */
public final class SpaceTransaction {

    private final SpaceId space;
    private final EntityManager entities;
    private final Instant now;
    private final List<LiveEvent> events = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Class<?>, BeforeCommit> beforeCommit = new LinkedHashMap<>();
    private final SequenceCache sequences;
    private final long batch = ThreadLocalRandom.current().nextLong();
    private boolean sealed;

    /** Work shared by the writes of a transaction, done once before its commit: what each of them would do alone. */
    @FunctionalInterface
    public interface BeforeCommit {

        /** Runs after all writes; their entities may not be flushed yet. */
        void run(EntityManager entities);
    }

    SpaceTransaction(SpaceId space, EntityManager entities, Instant now, SequenceCache sequences) {
        this.space = space;
        this.entities = entities;
        this.now = now;
        this.sequences = sequences;
    }

    /** The space being changed. */
    public SpaceId space() {
        return space;
    }

    /** Time of all changes in this transaction, in milliseconds. */
    public Instant now() {
        return now;
    }

    /** Appends an entry for a new message. Returns its identifier, which is the position of the entry. */
    public MessageId appendNewMessage(ChatId chat) {
        long next = sequences.journal() + 1;
        return new MessageId(append(Kind.MESSAGE, chat, next, null));
    }

    /** Appends an entry for a changed message. Returns its position. */
    public long appendMessage(ChatId chat, MessageId message) {
        return append(Kind.MESSAGE, chat, message.value(), null);
    }

    /** Appends an entry for a created or changed chat. Returns its position. */
    public long appendChat(ChatId chat) {
        return append(Kind.CHAT, chat, null, null);
    }

    /** Appends an entry for a moved read marker or changed settings of a member. Returns its position. */
    public long appendMarker(ChatId chat, AccountId account) {
        return append(Kind.MARKER, chat, null, account.value());
    }

    /** Appends an entry for a read receipt. Returns its position. */
    public long appendReceipt(ChatId chat, AccountId account) {
        return append(Kind.RECEIPT, chat, null, account.value());
    }

    /** Appends an entry for a chat that an account has lost. Returns its position. */
    public long appendGone(ChatId chat, AccountId account) {
        return append(Kind.GONE, chat, null, account.value());
    }

    /** Appends an entry for what everybody in the space sees of a public chat. Returns its position. */
    public long appendPublicChat(ChatId chat) {
        return append(Kind.PUBLIC_CHAT, chat, null, null);
    }

    private long append(Kind kind, ChatId chat, @Nullable Long message, @Nullable UUID account) {
        long position = sequences.nextJournal();
        entities.persist(new JournalEntry(position, kind, chat.value(), message, account, now, batch));
        return position;
    }

    /** Inserts an entity with the commit. */
    public void persist(Object entity) {
        entities.persist(entity);
    }

    /**
     * Returns the sequence number of the newest message of a chat, including those of this transaction.
     *
     * @param stored reads it from the database; called only if it is not cached
     */
    public long lastSeq(ChatId chat, LongSupplier stored) {
        return sequences.chat(chat, stored);
    }

    /**
     * Allocates the next sequence number of a chat; it is free again if the transaction fails.
     *
     * @param stored as in {@link #lastSeq}
     */
    public long nextSeq(ChatId chat, LongSupplier stored) {
        return sequences.nextChat(chat, stored);
    }

    /** Publishes an event after the commit. */
    public void publish(LiveEvent event) {
        events.add(event);
    }

    /** Returns the work of a type that this transaction does before its commit; the first call makes it. */
    public <T extends BeforeCommit> T beforeCommit(Class<T> type, Supplier<T> first) {
        return type.cast(beforeCommit.computeIfAbsent(type, absent -> first.get()));
    }

    /** Runs after the commit on the writer's thread, before any event is published; for refreshing caches. */
    public void afterCommit(Runnable refresh) {
        afterCommit.add(refresh);
    }

    /**
     * Ends the group commit here, so that later writes see what {@link #afterCommit} refreshed; for changes of
     * permissions.
     */
    public void endGroup() {
        sealed = true;
    }

    /** The number that the journal entries of this transaction carry; random, so that no other has the same. */
    long batch() {
        return batch;
    }

    boolean isGroupEnded() {
        return sealed;
    }

    /** Does the work of {@link #beforeCommit}. */
    void complete() {
        beforeCommit.values().forEach(work -> work.run(entities));
    }

    /** Runs the callbacks of {@link #afterCommit}. */
    void refresh() {
        afterCommit.forEach(Runnable::run);
    }

    /** The events to publish. */
    List<LiveEvent> events() {
        return List.copyOf(events);
    }
}
