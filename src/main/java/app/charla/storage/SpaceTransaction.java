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
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The open transaction of a space's writer, handed to each {@link SpaceStore.Write}. Whatever changes the space appends
 * a line to its journal here and publishes what people should see; publishing happens only if the commit succeeds.
 *
 * <p>Used on the writer's thread only.
 */
public final class SpaceTransaction {

    private final SpaceId space;
    private final EntityManager entities;
    private final Instant now;
    private final List<LiveEvent> events = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final SequenceCache sequences;
    private boolean sealed;

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

    /** The one time of everything in this transaction, to the millisecond. */
    public Instant now() {
        return now;
    }

    /** Journals a new message and gives it its identifier, which is the line's position. */
    public MessageId appendNewMessage(ChatId chat) {
        long next = sequences.journal() + 1;
        return new MessageId(append(Kind.MESSAGE, chat, next, null));
    }

    /** Journals that a message changed. Returns the line's position. */
    public long appendMessage(ChatId chat, MessageId message) {
        return append(Kind.MESSAGE, chat, message.value(), null);
    }

    /** Journals that a chat was created or changed. Returns the line's position. */
    public long appendChat(ChatId chat) {
        return append(Kind.CHAT, chat, null, null);
    }

    /** Journals that an account moved its marker or its settings in a chat. Returns the line's position. */
    public long appendMarker(ChatId chat, AccountId account) {
        return append(Kind.MARKER, chat, null, account.value());
    }

    /** Journals that an account lets the others see how far it has read. Returns the line's position. */
    public long appendReceipt(ChatId chat, AccountId account) {
        return append(Kind.RECEIPT, chat, null, account.value());
    }

    /** Journals that a chat is gone for an account. Returns the line's position. */
    public long appendGone(ChatId chat, AccountId account) {
        return append(Kind.GONE, chat, null, account.value());
    }

    private long append(Kind kind, ChatId chat, @Nullable Long message, @Nullable UUID account) {
        long position = sequences.nextJournal();
        entities.persist(new JournalEntry(position, kind, chat.value(), message, account, now));
        return position;
    }

    /** Stores a new entity with the commit. */
    public void persist(Object entity) {
        entities.persist(entity);
    }

    /**
     * The number of a chat's newest line, those of this transaction included.
     *
     * @param stored reads it from the database; asked only if this writer does not know it by heart
     */
    public long lastLine(ChatId chat, LongSupplier stored) {
        return sequences.chat(chat, stored);
    }

    /**
     * Takes the number of a chat's next line; it is free again if the transaction fails.
     *
     * @param stored as in {@link #lastLine}
     */
    public long nextLine(ChatId chat, LongSupplier stored) {
        return sequences.nextChat(chat, stored);
    }

    /** Tells the live part of the house, once committed. */
    public void publish(LiveEvent event) {
        events.add(event);
    }

    /** Runs once committed, on the writer's thread, before anybody is told. For refreshing what is cached. */
    public void afterCommit(Runnable refresh) {
        afterCommit.add(refresh);
    }

    /** Ends the group here: later work sees what {@link #afterCommit} refreshed. For changes of who may do what. */
    public void endGroup() {
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    /** Refreshes the caches, once committed. */
    void refresh() {
        afterCommit.forEach(Runnable::run);
    }

    /** What there is to tell. */
    List<LiveEvent> events() {
        return List.copyOf(events);
    }
}
