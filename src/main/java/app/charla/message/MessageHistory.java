package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.util.ArrayList;
import java.util.Collection;
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
            Part part = older(id, seq, most);
            boolean newer = seq != Long.MAX_VALUE && messages.existsByChatIdAndSeqGreaterThanEqual(id.value(), seq);
            return new MessagePage(part.messages(), part.more(), newer);
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
            Part part = newer(id, seq, most);
            boolean older = messages.existsByChatIdAndSeqLessThanEqual(id.value(), seq);
            return new MessagePage(part.messages(), older, part.more());
        });
    }

    /** Returns the messages around a position, inclusive: for opening a chat at the first unread message. */
    public MessagePage around(Actor actor, ChatId id, long seq, int limit) {
        chats.visible(actor, id);
        int half = Math.clamp(limit, 2, MAX_PAGE_SIZE) / 2;
        return store.read(actor.space(), () -> {
            Part older = older(id, seq == Long.MAX_VALUE ? seq : seq + 1, half);
            Part newer = newer(id, seq, half);
            var page = new ArrayList<>(older.messages());
            page.addAll(newer.messages());
            return new MessagePage(List.copyOf(page), older.more(), newer.more());
        });
    }

    /** Messages on one side of a position, oldest first, and whether there are more on that side. */
    private record Part(List<Message> messages, boolean more) {

        static Part of(List<MessageEntity> found, int most) {
            List<Message> page =
                    found.stream().limit(most).map(MessageEntity::toMessage).toList();
            return new Part(page, found.size() > most);
        }
    }

    private Part older(ChatId id, long seq, int most) {
        Part newestFirst =
                Part.of(messages.findByChatIdAndSeqLessThanOrderBySeqDesc(id.value(), seq, Limit.of(most + 1)), most);
        return new Part(newestFirst.messages().reversed(), newestFirst.more());
    }

    private Part newer(ChatId id, long seq, int most) {
        return Part.of(messages.findByChatIdAndSeqGreaterThanOrderBySeq(id.value(), seq, Limit.of(most + 1)), most);
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }
}
