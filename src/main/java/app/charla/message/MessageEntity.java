package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
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

    /** Comes with the line in whatever query, so that no page asks for its quotes one by one. */
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

    /** A reaction is no reason why an edit should have to be made again. */
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

    /** Makes it the answer to another; before it is stored. */
    MessageEntity replyingTo(@Nullable Quote source) {
        replyTo = source == null ? null : source.id().value();
        quote = source;
        return this;
    }

    /** Says where its words come from; before that is stored. */
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

    /** Says what it holds; before that is stored. */
    MessageEntity withAttachments(List<Attachment> held) {
        attachments = held;
        return this;
    }

    /** Says whom it names; before that is stored. */
    MessageEntity withMentions(Mentions named) {
        mentions = named;
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
        if (newText.isBlank() && attachments.isEmpty()) {
            throw new InvalidException("text", "text.blank");
        }
        text = newText;
        editedAt = now;
        revision++;
    }

    /** Takes the words out for good; the place stays. */
    void delete(AccountId actor, Instant now) {
        requireOwn(actor);
        clearContent(now);
    }

    /** Gives a line its words back, with what hangs on them. */
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

    /** Takes the words out because they have grown too old. */
    void clearContent(Instant now) {
        text = "";
        deletedAt = now;
        revision++;
    }

    /**
     * Adds a reaction. Says whether it was not there before.
     *
     * @param most how many different ones there may be
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

    /** Takes a reaction out. Says whether it was there. */
    boolean removeReaction(AccountId actor, String emoji) {
        requireText();
        if (!reactions.has(emoji, actor)) {
            return false;
        }
        reactions = reactions.without(emoji, actor);
        revision++;
        return true;
    }

    /** Takes out how somebody reacted. */
    void removeReactions(AccountId actor) {
        reactions = reactions.without(actor);
        revision++;
    }

    /** Takes all reactions out. Says whether there were any. */
    boolean clearReactions() {
        boolean any = !reactions.all().isEmpty();
        reactions = Reactions.NONE;
        return any;
    }

    /** Pins it. */
    void pin() {
        requireText();
        pins = 1;
        revision++;
    }

    /** Takes its pin away. Says whether it had one. */
    boolean unpin() {
        boolean pinned = pins > 0;
        if (pinned) {
            pins = 0;
            revision++;
        }
        return pinned;
    }

    /** Shows what the page says of itself that it links to. */
    void addPreview(LinkPreview found) {
        preview = found;
        revision++;
    }

    /** Shows no longer what the page says that it links to. Says whether it did. */
    boolean clearPreview() {
        boolean any = preview != null;
        preview = null;
        return any;
    }

    /** Takes that away because its sender does not want it shown. */
    void removePreview() {
        clearPreview();
        revision++;
    }

    Reactions reactions() {
        return reactions;
    }

    /** Names nobody any longer. Says whether it did. */
    boolean clearMentions() {
        boolean any = !mentions.isEmpty();
        mentions = Mentions.NONE;
        return any;
    }

    /** Holds nothing any longer. Answers with what it held. */
    List<Attachment> clearAttachments() {
        List<Attachment> held = attachments;
        attachments = List.of();
        return held;
    }

    /** What tells of a chat's history, and what was deleted, is not there to be reacted to. */
    private void requireText() {
        if (deletedAt != null || kind != Kind.TEXT) {
            throw new NotFoundException();
        }
    }

    /** Only who said it may do this. */
    void requireOwn(AccountId actor) {
        if (deletedAt != null) {
            throw new NotFoundException();
        }
        if (kind != Kind.TEXT || !actor.value().equals(senderId)) {
            throw new ForbiddenException("message.own");
        }
    }

    boolean matches(MessageDraft draft) {
        Long answered = draft.replyTo() == null ? null : draft.replyTo().value();
        return version() > 0
                || (text.equals(draft.text())
                        && Objects.equals(replyTo, answered)
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
