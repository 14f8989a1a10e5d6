package app.charla.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Journal entry: <em>that</em> something changed, not what it changed to. Whoever catches up reads the present state of
 * what the entries name, so replaying is safe at any time and any number of times.
 *
 * @see <a href="../../../../../docs/decisions/005-journal-without-payload.md">decision 005</a>
 */
@Entity
@Immutable
@Table(name = "journal")
public class JournalEntry {

    /** Kind of change. */
    public enum Kind {
        /** A message was sent, edited or deleted. */
        MESSAGE,
        /** A chat was created or its name, settings or members changed. */
        CHAT,
        /** An account moved its read marker or its own settings in a chat. */
        MARKER,
        /** An account lets the others see that it has read on. */
        RECEIPT,
        /** An account is no longer in a chat, or the chat is gone. */
        GONE,
        /** A public chat changed in what everybody in the space sees of it, or it is no longer public. */
        PUBLIC_CHAT
    }

    @Id
    private long position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private UUID chatId;
    private @Nullable Long messageId;
    private @Nullable UUID accountId;
    private Instant at;

    /** Null for entries from before there were batches. */
    private @Nullable Long batch;

    @SuppressWarnings("NullAway.Init")
    protected JournalEntry() {}

    JournalEntry(
            long position,
            Kind kind,
            UUID chatId,
            @Nullable Long messageId,
            @Nullable UUID accountId,
            Instant at,
            long batch) {
        this.position = position;
        this.kind = kind;
        this.chatId = chatId;
        this.messageId = messageId;
        this.accountId = accountId;
        this.at = at;
        this.batch = batch;
    }

    /** Position in the journal; rises by one from entry to entry. */
    public long position() {
        return position;
    }

    /** Kind of change. */
    public Kind kind() {
        return kind;
    }

    /** The chat concerned. */
    public UUID chatId() {
        return chatId;
    }

    /** The message concerned, for {@link Kind#MESSAGE}. */
    public @Nullable Long messageId() {
        return messageId;
    }

    /** The account concerned, for {@link Kind#MARKER}, {@link Kind#RECEIPT} and {@link Kind#GONE}. */
    public @Nullable UUID accountId() {
        return accountId;
    }

    /** Time of the change. */
    public Instant at() {
        return at;
    }

    /** Returns whether an attempt to commit has written this entry. */
    boolean isOf(long attempt) {
        return batch != null && batch == attempt;
    }
}
