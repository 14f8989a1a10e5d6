package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.media.Attachment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Message} by the names of its components. By default it is a text message as it was sent: not edited,
 * without quote, reactions, mentions, pin, origin, preview and attachments.
 */
public final class MessageBuilder {

    private final MessageId id;
    private final ChatId chat;
    private final long seq;
    private final AccountId sender;
    private final Instant sentAt;
    private String clientId = "";
    private Message.Kind kind = Message.Kind.TEXT;
    private @Nullable AccountId subject;
    private String text = "";
    private @Nullable Instant editedAt;
    private boolean deleted;
    private int version;
    private int revision;
    private @Nullable Quote quote;
    private List<Reaction> reactions = List.of();
    private Mentions mentions = Mentions.NONE;
    private boolean pinned;
    private @Nullable ForwardOrigin origin;
    private @Nullable LinkPreview preview;
    private List<Attachment> attachments = List.of();

    /** Begins a message with the components that have no default and never change. */
    public MessageBuilder(MessageId id, ChatId chat, long seq, AccountId sender, Instant sentAt) {
        this.id = id;
        this.chat = chat;
        this.seq = seq;
        this.sender = sender;
        this.sentAt = sentAt;
    }

    /** Begins a copy. */
    MessageBuilder(Message message) {
        this(message.id(), message.chat(), message.seq(), message.sender(), message.sentAt());
        clientId = message.clientId();
        kind = message.kind();
        subject = message.subject();
        text = message.text();
        editedAt = message.editedAt();
        deleted = message.deleted();
        version = message.version();
        revision = message.revision();
        quote = message.quote();
        reactions = message.reactions();
        mentions = message.mentions();
        pinned = message.pinned();
        origin = message.origin();
        preview = message.preview();
        attachments = message.attachments();
    }

    public MessageBuilder clientId(String value) {
        clientId = value;
        return this;
    }

    MessageBuilder kind(Message.Kind value) {
        kind = value;
        return this;
    }

    MessageBuilder subject(@Nullable AccountId value) {
        subject = value;
        return this;
    }

    public MessageBuilder text(String value) {
        text = value;
        return this;
    }

    public MessageBuilder editedAt(@Nullable Instant value) {
        editedAt = value;
        return this;
    }

    MessageBuilder deleted(boolean value) {
        deleted = value;
        return this;
    }

    public MessageBuilder version(int value) {
        version = value;
        return this;
    }

    public MessageBuilder revision(int value) {
        revision = value;
        return this;
    }

    MessageBuilder quote(@Nullable Quote value) {
        quote = value;
        return this;
    }

    MessageBuilder reactions(List<Reaction> value) {
        reactions = value;
        return this;
    }

    MessageBuilder mentions(Mentions value) {
        mentions = value;
        return this;
    }

    MessageBuilder pinned(boolean value) {
        pinned = value;
        return this;
    }

    MessageBuilder origin(@Nullable ForwardOrigin value) {
        origin = value;
        return this;
    }

    MessageBuilder preview(@Nullable LinkPreview value) {
        preview = value;
        return this;
    }

    public MessageBuilder attachments(List<Attachment> value) {
        attachments = value;
        return this;
    }

    public Message build() {
        return new Message(
                id,
                chat,
                seq,
                sender,
                clientId,
                kind,
                subject,
                text,
                sentAt,
                editedAt,
                deleted,
                version,
                revision,
                quote,
                reactions,
                mentions,
                pinned,
                origin,
                preview,
                attachments);
    }
}
