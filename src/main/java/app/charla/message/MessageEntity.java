package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.markdown.InvisibleText;
import app.charla.media.Attachment;
import app.charla.media.AttachmentsConverter;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OptimisticLock;
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

    @Column(updatable = false)
    private @Nullable UUID originSenderId;

    @Column(updatable = false)
    private @Nullable UUID originChatId;

    @Column(updatable = false)
    private @Nullable Long originSeq;

    /** A computed column of every query, so that no page needs a query per quote. */
    @Formula(QuoteConverter.SQL)
    @Convert(converter = QuoteConverter.class)
    private @Nullable Quote quote;

    @Formula(ReactionsConverter.SQL)
    @Convert(converter = ReactionsConverter.class)
    private Reactions reactions = Reactions.NONE;

    @Formula(MentionsConverter.SQL)
    @Convert(converter = MentionsConverter.class)
    private Mentions mentions = Mentions.NONE;

    @Formula(AttachmentsConverter.SQL)
    @Convert(converter = AttachmentsConverter.class)
    private List<Attachment> attachments = List.of();

    @Formula("(select count(*) from pin where pin.message_id = id)")
    private int pins;

    @Formula(PreviewConverter.SQL)
    @Convert(converter = PreviewConverter.class)
    private @Nullable LinkPreview preview;

    /** Not versioned: a reaction must not make a concurrent edit fail. */
    @OptimisticLock(excluded = true)
    private int revision;

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

    /** Sets the message it replies to; before it is stored. */
    MessageEntity replyingTo(@Nullable Quote source) {
        replyTo = source == null ? null : source.id().value();
        quote = source;
        return this;
    }

    /** Sets the original of a forward; before it is stored. */
    MessageEntity forwardedFrom(@Nullable ForwardOrigin origin) {
        if (origin != null) {
            originSenderId = origin.sender().value();
            originChatId = origin.chat() == null ? null : origin.chat().value();
            originSeq = origin.seq();
        }
        return this;
    }

    private @Nullable ForwardOrigin origin() {
        if (originSenderId == null || deletedAt != null) {
            return null;
        }
        return new ForwardOrigin(
                new AccountId(originSenderId),
                originChatId == null ? null : new ChatId(originChatId),
                originSeq == null ? 0 : originSeq);
    }

    /** Sets the attachments; before it is stored. */
    MessageEntity withAttachments(List<Attachment> attached) {
        attachments = attached;
        return this;
    }

    /** Sets the mentions; before it is stored. */
    MessageEntity withMentions(Mentions resolved) {
        mentions = resolved;
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
        if (InvisibleText.isBlank(newText) && attachments.isEmpty()) {
            throw new InvalidException("text", "text.blank");
        }
        text = newText;
        editedAt = now;
        revision++;
    }

    /** Removes the content; the position stays. */
    void delete(AccountId actor, Instant now) {
        requireOwn(actor);
        clearContent(now);
    }

    /** Restores the content of a deleted message. */
    void restore(MessageDependents.Snapshot snapshot) {
        if (deletedAt == null) {
            throw new ConflictException("message.undo");
        }
        deletedAt = null;
        text = snapshot.message().text();
        editedAt = snapshot.message().editedAt();
        reactions = snapshot.reactions();
        mentions = snapshot.message().mentions();
        attachments = snapshot.message().attachments();
        pins = snapshot.message().pinned() ? 1 : 0;
        preview = snapshot.message().preview();
        revision++;
    }

    /** Removes the content without an actor's permission check. */
    void clearContent(Instant now) {
        text = "";
        deletedAt = now;
        revision++;
    }

    /**
     * Adds a reaction. Returns whether it was not there before.
     *
     * @param most maximum of different emoji
     */
    boolean react(AccountId actor, String emoji, int most, Instant now) {
        requireText();
        if (reactions.has(emoji, actor)) {
            return false;
        }
        if (!reactions.has(emoji) && reactions.distinctCount() >= most) {
            throw new InvalidException("emoji", "message.reactions", most);
        }
        reactions = reactions.with(new Reactions.Entry(emoji, actor, now.toEpochMilli()));
        revision++;
        return true;
    }

    /** Removes a reaction. Returns whether it was there. */
    boolean removeReaction(AccountId actor, String emoji) {
        requireText();
        if (!reactions.has(emoji, actor)) {
            return false;
        }
        reactions = reactions.without(emoji, actor);
        revision++;
        return true;
    }

    /** Removes all reactions of an account. */
    void removeReactions(AccountId actor) {
        reactions = reactions.without(actor);
        revision++;
    }

    /** Removes all reactions. Returns whether there were any. */
    boolean clearReactions() {
        boolean had = !reactions.all().isEmpty();
        reactions = Reactions.NONE;
        return had;
    }

    void pin() {
        requireText();
        pins = 1;
        revision++;
    }

    /** Removes the pin. Returns whether it was pinned. */
    boolean unpin() {
        boolean pinned = pins > 0;
        if (pinned) {
            pins = 0;
            revision++;
        }
        return pinned;
    }

    void addPreview(LinkPreview found) {
        preview = found;
        revision++;
    }

    /** Clears the preview. Returns whether there was one. */
    boolean clearPreview() {
        boolean had = preview != null;
        preview = null;
        return had;
    }

    /** Clears the preview as a change of its own, since its sender removed it. */
    void removePreview() {
        clearPreview();
        revision++;
    }

    Reactions reactions() {
        return reactions;
    }

    /** Clears the mentions. Returns whether there were any. */
    boolean clearMentions() {
        boolean had = !mentions.isEmpty();
        mentions = Mentions.NONE;
        return had;
    }

    /** Clears the attachments and returns them. */
    List<Attachment> clearAttachments() {
        List<Attachment> removed = attachments;
        attachments = List.of();
        return removed;
    }

    /** @throws NotFoundException if it is deleted or a system message */
    private void requireText() {
        if (deletedAt != null || kind != Kind.TEXT) {
            throw new NotFoundException();
        }
    }

    /**
     * @throws NotFoundException if it is deleted
     * @throws ForbiddenException if the actor is not its sender
     */
    void requireOwn(AccountId actor) {
        if (deletedAt != null) {
            throw new NotFoundException();
        }
        if (kind != Kind.TEXT || !actor.value().equals(senderId)) {
            throw new ForbiddenException("message.own");
        }
    }

    /**
     * Returns whether a draft is the one that it was sent as. Of a deleted message nothing is left to compare.
     *
     * @param firstText the text as it was sent
     */
    boolean matches(MessageDraft draft, String firstText) {
        Long repliedTo = draft.replyTo() == null ? null : draft.replyTo().value();
        return deletedAt != null
                || (firstText.equals(draft.text())
                        && Objects.equals(replyTo, repliedTo)
                        && attachments.stream().map(Attachment::id).toList().equals(draft.media()));
    }

    private int version() {
        return version == null ? 0 : version;
    }

    Message toMessage() {
        return new MessageBuilder(new MessageId(id), new ChatId(chatId), seq, new AccountId(senderId), sentAt)
                .clientId(clientId)
                .kind(kind)
                .subject(subjectId == null ? null : new AccountId(subjectId))
                .text(text)
                .editedAt(editedAt)
                .deleted(deletedAt != null)
                .version(version())
                .revision(revision)
                .quote(replyTo == null || quote != null ? quote : Quote.missing(new MessageId(replyTo)))
                .reactions(reactions.toList())
                .mentions(mentions)
                .pinned(pins > 0)
                .origin(origin())
                .preview(preview)
                .attachments(attachments)
                .build();
    }
}
