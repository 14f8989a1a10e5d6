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
import app.charla.media.Attachment;
import app.charla.media.Attachments;
import app.charla.message.Message.Kind;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Sending, changing and reading messages. Every method throws {@link NotFoundException} for who may not see the chat.
 */
@Service
public class MessageService {

    private static final int MAX_PAGE_SIZE = 200;

    private final SpaceStore store;
    private final ChatService chats;
    private final ChatSequence sequence;
    private final MessageRepository messages;
    private final MentionRepository mentions;
    private final MessageVersionRepository versions;
    private final LinkPreviewRepository previews;
    private final MessageDependents dependents;
    private final UndoBuffer undoBuffer;
    private final MentionService mentionService;
    private final Attachments attachments;
    private final SendLimit limit;
    private final MessageProperties settings;

    MessageService(
            SpaceStore store,
            ChatService chats,
            ChatSequence sequence,
            MessageRepository messages,
            MentionRepository mentions,
            MessageVersionRepository versions,
            LinkPreviewRepository previews,
            MessageDependents dependents,
            UndoBuffer undoBuffer,
            MentionService names,
            Attachments attachments,
            SendLimit limit,
            MessageProperties settings) {
        this.store = store;
        this.chats = chats;
        this.sequence = sequence;
        this.messages = messages;
        this.mentions = mentions;
        this.versions = versions;
        this.previews = previews;
        this.dependents = dependents;
        this.undoBuffer = undoBuffer;
        this.mentionService = names;
        this.attachments = attachments;
        this.limit = limit;
        this.settings = settings;
    }

    /**
     * Sends a message and returns when it is on disk. Repeating a send (the same chat, sender and clientId) stores
     * nothing new and answers with the original, at any later time.
     *
     * @throws InvalidException if there is nothing to say, or too much, or nothing there that it answers
     * @throws ConflictException if the clientId was used for other words
     * @throws ForbiddenException if it is a private chat with somebody, and one of the two blocked the other
     * @throws app.charla.core.TooManyRequestsException if the sender talks too fast
     */
    public SendResult send(Actor actor, ChatId id, MessageDraft draft) {
        requireText(draft);
        Chat chat = chats.requireJoined(actor, id);
        limit.take(actor.account());
        Quote source = findQuoted(actor, chat, draft);
        Mentions named = mentionService.resolve(actor, chat, draft.text());
        return deliver(actor, chat, draft, source, named, null, List.of());
    }

    /** Sends what another message said, which calls nobody, and what it holds. As {@link #send}. */
    SendResult forward(Actor actor, ChatId id, MessageDraft draft, ForwardOrigin origin, List<Attachment> held) {
        Chat chat = chats.requireJoined(actor, id);
        limit.take(actor.account());
        return deliver(actor, chat, draft, null, Mentions.NONE, origin, held);
    }

    private SendResult deliver(
            Actor actor,
            Chat chat,
            MessageDraft draft,
            @Nullable Quote source,
            Mentions named,
            @Nullable ForwardOrigin origin,
            List<Attachment> held) {
        try {
            chats.writable(actor, chat.id());
            Message message = store.write(
                    actor.space(), transaction -> post(transaction, actor, chat, draft, source, named, origin, held));
            return new SendResult(message, false);
        } catch (DataIntegrityViolationException | ForbiddenException taken) {
            return new SendResult(findOriginal(actor, chat.id(), draft, taken), true);
        }
    }

    /** Only answers ask for it, and before the transaction, which others share. */
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

    private Message post(
            SpaceTransaction transaction,
            Actor actor,
            Chat chat,
            MessageDraft draft,
            @Nullable Quote source,
            Mentions named,
            @Nullable ForwardOrigin origin,
            List<Attachment> forwarded) {
        // Asked again: between the check and this transaction people may have come, gone and fallen out.
        Chat present = chats.writable(actor, chat.id());
        List<Attachment> held = origin == null ? findUploads(actor, chat, draft) : forwarded;
        var entity = new MessageEntity(
                        transaction.appendNewMessage(chat.id()),
                        chat.id(),
                        sequence.next(transaction, chat.id()),
                        actor.account(),
                        draft.clientId(),
                        Kind.TEXT,
                        null,
                        draft.text(),
                        transaction.now())
                .replyingTo(source)
                .withMentions(named)
                .forwardedFrom(origin)
                .withAttachments(held);
        transaction.persist(entity);
        Message message = entity.toMessage();
        MentionRepository.insert(transaction, message);
        attachments.attach(transaction, message.position(), held);
        transaction.publish(new MessagePosted(actor.space(), message, present.audience()));
        return message;
    }

    private List<Attachment> findUploads(Actor actor, Chat chat, MessageDraft draft) {
        if (draft.media().isEmpty()) {
            return List.of();
        }
        messages.findByChatIdAndSenderIdAndClientId(
                        chat.id().value(), actor.account().value(), draft.clientId())
                .ifPresent(sent -> {
                    throw new DataIntegrityViolationException("sent before, with what is its own since");
                });
        return attachments.requireUploaded(actor.account(), draft.media());
    }

    private Message findOriginal(Actor actor, ChatId id, MessageDraft draft, RuntimeException otherwise) {
        MessageEntity original = store.read(
                actor.space(),
                () -> messages.findByChatIdAndSenderIdAndClientId(
                                id.value(), actor.account().value(), draft.clientId())
                        .orElseThrow(() -> otherwise));
        if (!original.matches(draft)) {
            throw new ConflictException("clientId.used");
        }
        return original.toMessage();
    }

    /** One message. */
    public Message message(Actor actor, ChatId id, MessageId message) {
        chats.visible(actor, id);
        return store.read(actor.space(), () -> find(id, message).toMessage());
    }

    /**
     * Replaces the text of one's own message; what holds something needs none.
     *
     * @param version the version the editor has seen
     * @throws ConflictException if it was changed since
     * @throws ForbiddenException if it is somebody else's, or in a private chat one of the two blocked the other
     */
    public Message edit(Actor actor, ChatId id, MessageId message, String text, int version) {
        requireLength(text);
        Chat chat = chats.writable(actor, id);
        Mentions named = mentionService.resolve(actor, chat, text);
        return store.write(actor.space(), transaction -> {
            MessageEntity entity = find(id, message);
            Message before = entity.toMessage();
            entity.edit(actor.account(), version, text, transaction.now());
            transaction.persist(new MessageVersionEntity(message.value(), before.toVersion()));
            mentions.replace(transaction, entity, named);
            previews.deleteUnlessLinked(entity, text);
            return publishChanged(transaction, chat, entity);
        });
    }

    /** What a message said before it was edited, oldest first; nothing once it is deleted. */
    public List<MessageVersion> versions(Actor actor, ChatId id, MessageId message) {
        chats.visible(actor, id);
        return store.read(actor.space(), () -> versions.findFor(find(id, message).toMessage()));
    }

    /**
     * Takes back one's own message for everybody: the words are gone from the database, its place stays. For a moment they
     * can be put back with {@link #undoDelete}.
     *
     * @throws app.charla.core.ForbiddenException if it is somebody else's
     */
    public Message delete(Actor actor, ChatId id, MessageId message) {
        Chat chat = chats.visible(actor, id);
        return store.write(actor.space(), transaction -> {
            MessageEntity entity = find(id, message);
            MessageDependents.Snapshot snapshot = dependents.snapshot(entity);
            entity.delete(actor.account(), transaction.now());
            dependents.remove(transaction, entity);
            transaction.afterCommit(() -> undoBuffer.put(actor.space(), snapshot));
            return publishChanged(transaction, chat, entity);
        });
    }

    /**
     * Puts back one's own message that was deleted a moment ago, with all that hung on it.
     *
     * @throws ConflictException if it is too late, or somebody else's
     */
    public Message undoDelete(Actor actor, ChatId id, MessageId message) {
        Chat chat = chats.visible(actor, id);
        MessageDependents.Snapshot snapshot = undoBuffer.find(actor.space(), message);
        if (snapshot == null || !snapshot.message().sender().equals(actor.account())) {
            throw new ConflictException("message.undo");
        }
        return store.write(actor.space(), transaction -> {
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

    /** The newest messages. */
    public MessagePage latest(Actor actor, ChatId id, int limit) {
        return before(actor, id, Long.MAX_VALUE, limit);
    }

    /**
     * The messages just before a place.
     *
     * @param limit at most how many; brought into 1–200
     */
    public MessagePage before(Actor actor, ChatId id, long seq, int limit) {
        chats.visible(actor, id);
        int most = Math.clamp(limit, 1, MAX_PAGE_SIZE);
        return store.read(actor.space(), () -> {
            List<MessageEntity> found =
                    messages.findByChatIdAndSeqLessThanOrderBySeqDesc(id.value(), seq, Limit.of(most + 1));
            boolean more = found.size() > most;
            List<Message> page = ordered(more ? found.subList(0, most) : found);
            return new MessagePage(page, more, seq != Long.MAX_VALUE);
        });
    }

    /**
     * The messages just after a place.
     *
     * @param limit at most how many; brought into 1–200
     */
    public MessagePage after(Actor actor, ChatId id, long seq, int limit) {
        chats.visible(actor, id);
        int most = Math.clamp(limit, 1, MAX_PAGE_SIZE);
        return store.read(actor.space(), () -> {
            List<MessageEntity> found =
                    messages.findByChatIdAndSeqGreaterThanOrderBySeq(id.value(), seq, Limit.of(most + 1));
            boolean more = found.size() > most;
            List<Message> page = (more ? found.subList(0, most) : found)
                    .stream().map(MessageEntity::toMessage).toList();
            return new MessagePage(page, seq > 0, more);
        });
    }

    /** The messages around a place, which itself is among them: for opening a chat where one left off. */
    public MessagePage around(Actor actor, ChatId id, long seq, int limit) {
        int half = Math.clamp(limit, 2, MAX_PAGE_SIZE) / 2;
        MessagePage older = before(actor, id, seq + 1, half);
        MessagePage newer = after(actor, id, seq, half);
        var messages = new ArrayList<>(older.messages());
        messages.addAll(newer.messages());
        return new MessagePage(List.copyOf(messages), older.hasOlder(), newer.hasNewer());
    }

    private static List<Message> ordered(List<MessageEntity> newestFirst) {
        var page = new ArrayList<Message>(newestFirst.size());
        newestFirst.forEach(entity -> page.add(entity.toMessage()));
        Collections.reverse(page);
        return List.copyOf(page);
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }

    /** What holds something needs no words. */
    private void requireText(MessageDraft draft) {
        if (draft.media().isEmpty() || !draft.text().isEmpty()) {
            requireText(draft.text());
        }
    }

    private void requireText(String text) {
        if (text.isBlank()) {
            throw new InvalidException("text", "text.blank");
        }
        requireLength(text);
    }

    private void requireLength(String text) {
        if (text.length() > settings.maxLength()) {
            throw new InvalidException("text", "text.length", settings.maxLength());
        }
    }
}
