package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.ChatSequence;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.markdown.InvisibleText;
import app.charla.media.Attachment;
import app.charla.media.Attachments;
import app.charla.message.Message.Kind;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import app.charla.unicode.StorableText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Sends, edits and deletes messages; {@link MessageHistory} reads them. Every method throws {@link NotFoundException} if the
 * actor may not see the chat.
 */
@Service
public class MessageService {

    private final SpaceStore store;
    private final ChatService chats;
    private final ChatSequence sequence;
    private final MessageRepository messages;
    private final MessageDependents dependents;
    private final UndoBuffer undoBuffer;
    private final MentionService mentionService;
    private final Attachments attachments;
    private final SendLimit limit;
    private final SendPolicies policies;
    private final MessageProperties settings;

    MessageService(
            SpaceStore store,
            ChatService chats,
            ChatSequence sequence,
            MessageRepository messages,
            MessageDependents dependents,
            UndoBuffer undoBuffer,
            MentionService mentionService,
            Attachments attachments,
            SendLimit limit,
            SendPolicies policies,
            MessageProperties settings) {
        this.store = store;
        this.chats = chats;
        this.sequence = sequence;
        this.messages = messages;
        this.dependents = dependents;
        this.undoBuffer = undoBuffer;
        this.mentionService = mentionService;
        this.attachments = attachments;
        this.limit = limit;
        this.policies = policies;
        this.settings = settings;
    }

    /**
     * A draft with all that is resolved before the transaction, which other writes share.
     *
     * @param forwarded attachments of the original; empty unless there is an origin
     */
    private record Outgoing(
            MessageDraft draft,
            @Nullable Quote quote,
            Mentions mentions,
            @Nullable ForwardOrigin origin,
            List<Attachment> forwarded) {}

    /**
     * Sends a message and returns when it is on disk. Repeating a send (the same chat, sender and clientId) stores
     * nothing new and answers with the original, at any later time.
     *
     * @throws InvalidException if the text is blank, too long or cannot be stored as it is, or there is no such message to reply to
     * @throws ConflictException if the clientId was used for another message
     * @throws ForbiddenException if the chat is archived, a {@link SendPolicy} refuses the message, or one of the two people
     *     of a private chat blocked the other
     * @throws app.charla.core.TooManyRequestsException if the sender sends too fast
     */
    public SendResult send(Actor actor, ChatId id, MessageDraft draft) {
        requireText(draft);
        Chat chat = requireJoined(actor, id, draft);
        limit.take(actor.account());
        Quote quote = findQuoted(actor, chat, draft);
        Mentions mentions = mentionService.resolve(actor, chat, draft.text());
        return deliver(actor, chat, new Outgoing(draft, quote, mentions, null, List.of()));
    }

    /** Sends the text and attachments of another message, without mentions. As {@link #send}. */
    SendResult forward(Actor actor, ChatId id, MessageDraft draft, ForwardOrigin origin, List<Attachment> forwarded) {
        Chat chat = requireJoined(actor, id, draft);
        limit.take(actor.account());
        return deliver(actor, chat, new Outgoing(draft, null, Mentions.NONE, origin, forwarded));
    }

    /** Joins a public chat, but not for a message that is refused. */
    private Chat requireJoined(Actor actor, ChatId id, MessageDraft draft) {
        Chat seen = chats.visible(actor, id);
        if (!seen.has(actor.account())) {
            policies.check(actor, seen, draft.text());
        }
        return chats.requireJoined(actor, id);
    }

    private SendResult deliver(Actor actor, Chat chat, Outgoing outgoing) {
        try {
            // Checked before the write, so that a refused send costs the space's only writer nothing; post() checks
            // again.
            Chat seen = chats.writable(actor, chat.id());
            policies.check(actor, seen, outgoing.draft().text());
            Message message = store.write(actor.space(), transaction -> post(transaction, actor, seen, outgoing));
            return new SendResult(message, false);
        } catch (DataIntegrityViolationException | ForbiddenException refused) {
            return new SendResult(findOriginal(actor, chat.id(), outgoing.draft(), refused), true);
        }
    }

    private @Nullable Quote findQuoted(Actor actor, Chat chat, MessageDraft draft) {
        MessageId replyTo = draft.replyTo();
        if (replyTo == null) {
            return null;
        }
        return store.read(
                        actor.space(),
                        () -> messages.findByIdAndChatId(
                                        replyTo.value(), chat.id().value())
                                .map(MessageEntity::toMessage))
                .filter(source -> source.kind() == Kind.TEXT)
                .map(Message::toQuote)
                .orElseThrow(() -> new InvalidException("replyTo", "message.replyTo"));
    }

    private Message post(SpaceTransaction transaction, Actor actor, Chat seen, Outgoing outgoing) {
        // Checked in the transaction, too: members may have joined, left or blocked each other since.
        ChatId chat = seen.id();
        Chat present = chats.writable(actor, chat);
        MessageDraft draft = outgoing.draft();
        if (present.version() != seen.version()) {
            policies.check(actor, present, draft.text()); // its settings, or the actor's role, may be others
        }
        List<Attachment> attached = outgoing.origin() == null ? findUploads(actor, chat, draft) : outgoing.forwarded();
        var entity = new MessageEntity(
                        transaction.appendNewMessage(chat),
                        chat,
                        sequence.next(transaction, chat, actor.account()),
                        actor.account(),
                        draft.clientId(),
                        Kind.TEXT,
                        null,
                        draft.text(),
                        transaction.now())
                .replyingTo(outgoing.quote())
                .withMentions(outgoing.mentions())
                .forwardedFrom(outgoing.origin())
                .withAttachments(attached);
        transaction.persist(entity);
        Message message = entity.toMessage();
        MentionRepository.insert(transaction, message);
        attachments.attach(transaction, message.position(), attached);
        transaction.publish(new MessagePosted(actor.space(), message, present.audience()));
        return message;
    }

    private List<Attachment> findUploads(Actor actor, ChatId chat, MessageDraft draft) {
        if (draft.media().isEmpty()) {
            return List.of();
        }
        messages.findByChatIdAndSenderIdAndClientId(
                        chat.value(), actor.account().value(), draft.clientId())
                .ifPresent(sent -> {
                    throw new DataIntegrityViolationException("sent before: the uploads are attached to that message");
                });
        return attachments.requireUploaded(actor.account(), draft.media());
    }

    private Message findOriginal(Actor actor, ChatId id, MessageDraft draft, RuntimeException otherwise) {
        return store.read(actor.space(), () -> {
            MessageEntity original = messages.findByChatIdAndSenderIdAndClientId(
                            id.value(), actor.account().value(), draft.clientId())
                    .orElseThrow(() -> otherwise);
            if (!original.matches(draft, dependents.firstText(original))) {
                throw new ConflictException("clientId.used");
            }
            return original.toMessage();
        });
    }

    /**
     * Replaces the text of the actor's own message; a message with attachments needs none.
     *
     * @param version the version the editor has seen
     * @throws ConflictException if it was changed since
     * @throws ForbiddenException if it is another account's, the chat is archived, a {@link SendPolicy} refuses the text, or
     *     one of the two people of a private chat blocked the other
     */
    public Message edit(Actor actor, ChatId id, MessageId message, String text, int version) {
        StorableText.require("text", text);
        requireLength(text);
        Chat chat = chats.writable(actor, id);
        policies.check(actor, chat, text);
        Mentions mentions = mentionService.resolve(actor, chat, text);
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            MessageVersion before = entity.toMessage().toVersion();
            entity.edit(actor.account(), version, text, transaction.now());
            dependents.update(transaction, entity, before, mentions);
            return publishChanged(transaction, chat, entity);
        });
    }

    /**
     * Deletes the actor's own message for everybody: its content is removed from the database, its position stays. For a
     * moment {@link #undoDelete} can restore it.
     *
     * @throws ForbiddenException if it is another account's, or the chat is archived
     */
    public Message delete(Actor actor, ChatId id, MessageId message) {
        Chat chat = chats.changeable(actor, id);
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            MessageDependents.Snapshot snapshot = dependents.snapshot(entity);
            entity.delete(actor.account(), transaction.now());
            dependents.remove(transaction, entity);
            transaction.afterCommit(() -> undoBuffer.put(actor.space(), snapshot));
            return publishChanged(transaction, chat, entity);
        });
    }

    /**
     * Restores the actor's own message that was deleted a moment ago, with its reactions, attachments and all the rest.
     *
     * @throws ConflictException if it is too late, or another account's
     * @throws ForbiddenException if the chat is archived
     */
    public Message undoDelete(Actor actor, ChatId id, MessageId message) {
        Chat chat = chats.changeable(actor, id);
        MessageDependents.Snapshot snapshot = undoBuffer.find(actor.space(), message);
        if (snapshot == null || !snapshot.message().sender().equals(actor.account())) {
            throw new ConflictException("message.undo");
        }
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            entity.restore(snapshot);
            dependents.restore(transaction, snapshot);
            transaction.afterCommit(() -> undoBuffer.remove(actor.space(), message));
            return publishChanged(transaction, chat, entity);
        });
    }

    private Message publishChanged(SpaceTransaction transaction, Chat chat, MessageEntity entity) {
        Message message = messages.saveAndFlush(entity).toMessage(); // flushed: the version is the new one
        return MessageChanged.publish(transaction, message, chat.audience());
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }

    private void requireText(MessageDraft draft) {
        StorableText.require("text", draft.text());
        boolean attachmentsOnly = !draft.media().isEmpty() && draft.text().isEmpty();
        if (attachmentsOnly) {
            return;
        }
        if (InvisibleText.isBlank(draft.text())) {
            throw new InvalidException("text", "text.blank");
        }
        requireLength(draft.text());
    }

    /** The maximum length of a message, a setting. */
    public int maxLength() {
        return settings.maxLength();
    }

    private void requireLength(String text) {
        if (text.length() > settings.maxLength()) {
            throw new InvalidException("text", "text.length", settings.maxLength());
        }
    }
}
