package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Reads the messages of a chat: single ones, pages of its history, and earlier versions. Every method throws
 * {@link NotFoundException} if the actor may not see the chat.
 */
@Service
public class MessageHistory {

    private static final int MAX_PAGE_SIZE = 200;

    private final SpaceStore store;
    private final ChatService chats;
    private final MessageRepository messages;
    private final MessageVersionRepository versions;

    MessageHistory(SpaceStore store, ChatService chats, MessageRepository messages, MessageVersionRepository versions) {
        this.store = store;
        this.chats = chats;
        this.messages = messages;
        this.versions = versions;
    }

    /**
     * Returns one message.
     *
     * @throws NotFoundException if there is no such message in the chat
     */
    public Message message(Actor actor, ChatId id, MessageId message) {
        chats.visible(actor, id);
        return store.read(actor.space(), () -> find(id, message).toMessage());
    }

    /**
     * Returns messages as they are now, by identifier; those that do not exist are missing. Called inside
     * {@link SpaceStore#read}, for messages that the caller has found readable in the same transaction.
     */
    public Map<MessageId, Message> byIds(Collection<MessageId> ids) {
        return messages.findByIdIn(ids.stream().map(MessageId::value).toList()).stream()
                .map(MessageEntity::toMessage)
                .collect(Collectors.toMap(Message::id, Function.identity()));
    }

    /** Returns the earlier texts of an edited message, oldest first; none once it is deleted. */
    public List<MessageVersion> versions(Actor actor, ChatId id, MessageId message) {
        chats.visible(actor, id);
        return store.read(
                actor.space(), () -> versions.findFor(find(id, message).toMessage()));
    }

    /** Returns the newest messages. */
    public MessagePage latest(Actor actor, ChatId id, int limit) {
        return before(actor, id, Long.MAX_VALUE, limit);
    }

    /**
     * Returns the messages just before a position.
     *
     * @param seq exclusive
     * @param limit page size; brought into 1–200
     */
    public MessagePage before(Actor actor, ChatId id, long seq, int limit) {
        chats.visible(actor, id);
        int most = Math.clamp(limit, 1, MAX_PAGE_SIZE);
        return store.read(actor.space(), () -> {
            List<MessageEntity> found =
                    messages.findByChatIdAndSeqLessThanOrderBySeqDesc(id.value(), seq, Limit.of(most + 1));
            boolean more = found.size() > most;
            List<Message> page = oldestFirst(more ? found.subList(0, most) : found);
            boolean newer = seq != Long.MAX_VALUE && messages.existsByChatIdAndSeqGreaterThanEqual(id.value(), seq);
            return new MessagePage(page, more, newer);
        });
    }

    /**
     * Returns the messages just after a position.
     *
     * @param seq exclusive
     * @param limit page size; brought into 1–200
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
            boolean older = messages.existsByChatIdAndSeqLessThanEqual(id.value(), seq);
            return new MessagePage(page, older, more);
        });
    }

    /** Returns the messages around a position, inclusive: for opening a chat at the first unread message. */
    public MessagePage around(Actor actor, ChatId id, long seq, int limit) {
        int half = Math.clamp(limit, 2, MAX_PAGE_SIZE) / 2;
        MessagePage older = before(actor, id, seq == Long.MAX_VALUE ? seq : seq + 1, half);
        MessagePage newer = after(actor, id, seq, half);
        var page = new ArrayList<>(older.messages());
        page.addAll(newer.messages());
        return new MessagePage(List.copyOf(page), older.hasOlder(), newer.hasNewer());
    }

    private static List<Message> oldestFirst(List<MessageEntity> newestFirst) {
        var page = new ArrayList<Message>(newestFirst.size());
        newestFirst.forEach(entity -> page.add(entity.toMessage()));
        Collections.reverse(page);
        return List.copyOf(page);
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }
}
