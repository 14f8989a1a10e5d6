package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatRights;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Pinned messages of a chat, the same for all of its members. Members pin in private chats and groups, those who
 * manage it in a public chat. Repeating a call changes nothing. Every method throws
 * {@link NotFoundException} if the actor may not see the chat, or there is no such message.
 */
@Service
public class PinService {

    private final SpaceStore store;
    private final ChatRights rights;
    private final ChatService chats;
    private final MessageRepository messages;
    private final PinRepository pins;
    private final SystemMessages systemMessages;
    private final MessageProperties settings;

    PinService(
            SpaceStore store,
            ChatRights rights,
            ChatService chats,
            MessageRepository messages,
            PinRepository pins,
            SystemMessages systemMessages,
            MessageProperties settings) {
        this.store = store;
        this.rights = rights;
        this.chats = chats;
        this.messages = messages;
        this.pins = pins;
        this.systemMessages = systemMessages;
        this.settings = settings;
    }

    /** Returns whether the actor may pin in a chat that they see. */
    public boolean mayPin(Actor actor, Chat chat) {
        return chat.kind() == Kind.PUBLIC ? rights.mayManage(actor, chat) : chat.has(actor.account());
    }

    /** Returns the pinned messages, last pinned first. */
    public List<Message> pins(Actor actor, ChatId id) {
        chats.visible(actor, id);
        return store.read(
                actor.space(),
                () -> pins.findPinned(id.value()).stream()
                        .map(MessageEntity::toMessage)
                        .toList());
    }

    /**
     * Returns the ids of all pinned messages, and the content of the last pinned ones.
     *
     * @param most how many with their content
     */
    public PinnedMessages latest(Actor actor, ChatId id, int most) {
        chats.visible(actor, id);
        return store.read(actor.space(), () -> {
            List<MessageId> all =
                    pins.findIds(id.value()).stream().map(MessageId::new).toList();
            return all.isEmpty()
                    ? PinnedMessages.NONE
                    : new PinnedMessages(
                            all,
                            pins.findPinned(id.value(), Limit.of(most)).stream()
                                    .map(MessageEntity::toMessage)
                                    .toList());
        });
    }

    /**
     * Pins a message and posts a system message about it.
     *
     * @return the message as it is now
     * @throws ForbiddenException if the actor may not pin here, the chat is archived, or one of the two people of a private
     *     chat blocked the other
     * @throws InvalidException if the chat has the maximum of pins
     */
    public Message pin(Actor actor, ChatId id, MessageId message) {
        Chat chat = requireMayPin(actor, id);
        chats.writable(actor, id);
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            if (entity.toMessage().pinned()) {
                return entity.toMessage();
            }
            if (pins.countByChatId(id.value()) >= settings.maxPins()) {
                throw new InvalidException("messageId", "message.pins", settings.maxPins());
            }
            entity.pin();
            transaction.persist(new PinEntity(entity.toMessage(), actor.account(), transaction.now()));
            Message pinned = MessageChanged.publishAttached(transaction, entity.toMessage(), chat.audience());
            systemMessages.postPinned(transaction, chat, actor, pinned);
            return pinned;
        });
    }

    /**
     * Removes a pin.
     *
     * @return the message as it is now
     * @throws ForbiddenException if the actor may not pin here, or the chat is archived
     */
    public Message unpin(Actor actor, ChatId id, MessageId message) {
        Chat chat = requireMayPin(actor, id);
        chats.changeable(actor, id);
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            boolean pinned = entity.toMessage().pinned();
            pins.deleteFor(entity);
            return pinned
                    ? MessageChanged.publishAttached(transaction, entity.toMessage(), chat.audience())
                    : entity.toMessage();
        });
    }

    private Chat requireMayPin(Actor actor, ChatId id) {
        Chat chat = chats.visible(actor, id);
        if (!mayPin(actor, chat)) {
            throw new ForbiddenException("message.pin");
        }
        return chat;
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }
}
