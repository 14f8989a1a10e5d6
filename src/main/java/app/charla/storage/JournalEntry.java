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
 * One line of a space's journal: <em>that</em> something changed, not what it changed to. Whoever catches up reads the
 * present state of what the lines name, so that replaying is safe at any time and in any number.
 */
@Entity
@Immutable
@Table(name = "journal")
public class JournalEntry {

    /** What a line tells of. */
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
        GONE
    }

    @Id
    private long position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private UUID chatId;
    private @Nullable Long messageId;
    private @Nullable UUID accountId;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected JournalEntry() {}

    JournalEntry(
            long position, Kind kind, UUID chatId, @Nullable Long messageId, @Nullable UUID accountId, Instant at) {
        this.position = position;
        this.kind = kind;
        this.chatId = chatId;
        this.messageId = messageId;
        this.accountId = accountId;
        this.at = at;
    }

    /** The place in the journal; rises by one from line to line. */
    public long position() {
        return position;
    }

    /** What the line tells of. */
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

    /** When it happened. */
    public Instant at() {
        return at;
    }
}
