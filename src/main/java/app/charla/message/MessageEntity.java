package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.message.Message.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "message")
@SuppressWarnings("NullAway.Init")
class MessageEntity {

    @Id
    private long id;

    @Column(updatable = false)
    private UUID chatId;

    @Column(updatable = false)
    private long seq;

    @Column(updatable = false)
    private UUID senderId;

    @Column(updatable = false)
    private String clientId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private @Nullable UUID subjectId;

    private String text;

    @Column(updatable = false)
    private Instant sentAt;

    @Column(updatable = false)
    private @Nullable Long replyTo;

    /** Comes with the line in whatever query, so that no page asks for its quotes one by one. */
    @Formula(QuoteColumn.SQL)
    @Convert(converter = QuoteColumn.class)
    private @Nullable Quote quote;

    private @Nullable Instant editedAt;
    private @Nullable Instant deletedAt;

    @Version
    private @Nullable Integer version;

    protected MessageEntity() {}

    MessageEntity(
            MessageId id,
            ChatId chat,
            long seq,
            AccountId sender,
            String clientId,
            Kind kind,
            @Nullable AccountId subject,
            String text,
            Instant now) {
        this.id = id.value();
        this.chatId = chat.value();
        this.seq = seq;
        this.senderId = sender.value();
        this.clientId = clientId;
        this.kind = kind;
        this.subjectId = subject == null ? null : subject.value();
        this.text = text;
        this.sentAt = now;
    }

    /** Makes it the answer to another; before it is stored. */
    MessageEntity answering(@Nullable Quote source) {
        replyTo = source == null ? null : source.id().value();
        quote = source;
        return this;
    }

    /**
     * Replaces the text.
     *
     * @param expected the version the editor has seen
     */
    void edit(AccountId actor, int expected, String newText, Instant now) {
        requireOwn(actor);
        if (expected != version()) {
            throw new ConflictException("message.changed");
        }
        text = newText;
        editedAt = now;
    }

    /** Takes the words out for good; the place stays. */
    void delete(AccountId actor, Instant now) {
        requireOwn(actor);
        text = "";
        deletedAt = now;
    }

    /** Takes the words out because they have grown too old. */
    void forget(Instant now) {
        text = "";
        deletedAt = now;
    }

    private void requireOwn(AccountId actor) {
        if (deletedAt != null) {
            throw new NotFoundException();
        }
        if (kind != Kind.TEXT || !actor.value().equals(senderId)) {
            throw new ForbiddenException("message.own");
        }
    }

    boolean says(Draft draft) {
        Long answered = draft.replyTo() == null ? null : draft.replyTo().value();
        return version() > 0 || (text.equals(draft.text()) && Objects.equals(replyTo, answered));
    }

    private int version() {
        return version == null ? 0 : version;
    }

    Message toMessage() {
        return new Message(
                new MessageId(id),
                new ChatId(chatId),
                seq,
                new AccountId(senderId),
                clientId,
                kind,
                subjectId == null ? null : new AccountId(subjectId),
                text,
                sentAt,
                editedAt,
                deletedAt != null,
                version(),
                replyTo == null || quote != null ? quote : Quote.gone(new MessageId(replyTo)));
    }
}
