package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * What is pinned in a chat, for everybody in it. Members pin in private chats and groups, those who look after the space in
 * its public chats. Doing twice what is done already changes nothing. Every method throws {@link NotFoundException} for
 * who may not see the chat, or where there is no such message.
 */
@Service
public class PinService {

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ChatService chats;
    private final MessageRepository messages;
    private final PinRepository pins;
    private final SystemMessages systemMessages;
    private final MessageProperties settings;

    PinService(
            SpaceStore store,
            SpaceService spaces,
            ChatService chats,
            MessageRepository messages,
            PinRepository pins,
            SystemMessages systemMessages,
            MessageProperties settings) {
        this.store = store;
        this.spaces = spaces;
        this.chats = chats;
        this.messages = messages;
        this.pins = pins;
        this.systemMessages = systemMessages;
        this.settings = settings;
    }

    /** Whether somebody may pin in a chat that they see. */
    public boolean mayPin(Actor actor, Chat chat) {
        return chat.kind() == Kind.PUBLIC ? spaces.role(actor).mayManage() : chat.has(actor.account());
    }

    /** What is pinned, that which was pinned last first. */
    public List<Message> pins(Actor actor, ChatId id) {
        chats.visible(actor, id);
        return store.read(
                actor.space(),
                () -> pins.findPinned(id.value()).stream()
                        .map(MessageEntity::toMessage)
                        .toList());
    }

    /**
     * What is pinned, without the words of more than a few.
     *
     * @param most of how many to bring the words
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
     * Pins a message; a line in the conversation tells so.
     *
     * @return the message as it is now
     * @throws ForbiddenException if the actor may not pin here, or in a private chat one of the two blocked the other
     * @throws InvalidException if as much is pinned as may be
     */
    public Message pin(Actor actor, ChatId id, MessageId message) {
        Chat chat = requireMayPin(actor, id);
        chats.writable(actor, id);
        return store.write(actor.space(), transaction -> {
            MessageEntity line = find(id, message);
            if (line.toMessage().pinned()) {
                return line.toMessage();
            }
            if (pins.countByChatId(id.value()) >= settings.maxPins()) {
                throw new InvalidException("messageId", "message.pins", settings.maxPins());
            }
            line.pin();
            transaction.persist(new PinEntity(line.toMessage(), actor.account(), transaction.now()));
            Message pinned = MessageChanged.publish(transaction, line.toMessage(), chat.audience());
            systemMessages.postPinned(transaction, chat, actor, pinned);
            return pinned;
        });
    }

    /**
     * Takes a pin away.
     *
     * @return the message as it is now
     * @throws ForbiddenException if the actor may not pin here
     */
    public Message unpin(Actor actor, ChatId id, MessageId message) {
        Chat chat = requireMayPin(actor, id);
        return store.write(actor.space(), transaction -> {
            MessageEntity line = find(id, message);
            boolean pinned = line.toMessage().pinned();
            pins.deleteFor(line);
            return pinned ? MessageChanged.publish(transaction, line.toMessage(), chat.audience()) : line.toMessage();
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
