package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * An account's saved messages of a space. They are private, and messages that the account may no longer read are left
 * out.
 */
@Service
public class SavedMessages {

    private static final int MAX_PAGE_SIZE = 201;

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ChatService chats;
    private final MessageRepository messages;
    private final SavedMessageRepository saved;

    SavedMessages(
            SpaceStore store,
            SpaceService spaces,
            ChatService chats,
            MessageRepository messages,
            SavedMessageRepository saved) {
        this.store = store;
        this.spaces = spaces;
        this.chats = chats;
        this.messages = messages;
        this.saved = saved;
    }

    /**
     * Saves a message; does nothing if it is saved already.
     *
     * @throws NotFoundException if the actor may not see the chat, or there is no such message in it
     */
    public void save(Actor actor, ChatId chat, MessageId message) {
        chats.visible(actor, chat);
        store.<Boolean>write(actor.space(), transaction -> {
            boolean readable = messages.findByIdAndChatId(message.value(), chat.value())
                    .map(MessageEntity::toMessage)
                    .filter(found -> found.kind() == Message.Kind.TEXT && !found.deleted())
                    .isPresent();
            if (!readable) {
                throw new NotFoundException();
            }
            var key = new SavedMessageEntity.Key(actor.account().value(), message.value());
            if (!saved.existsById(key)) {
                transaction.persist(new SavedMessageEntity(actor.account(), message, transaction.now()));
            }
            return true;
        });
    }

    /** Removes a message from the saved ones. */
    public void remove(Actor actor, MessageId message) {
        spaces.requireMember(actor);
        store.<Boolean>write(actor.space(), transaction -> {
            saved.delete(actor.account().value(), message.value());
            return true;
        });
    }

    /**
     * Returns the actor's saved messages, newest message first.
     *
     * @param before only messages older than this one
     * @param limit page size; brought into 1–201
     * @throws NotFoundException if the actor does not belong to the space
     */
    public List<Message> saved(Actor actor, MessageId before, int limit) {
        spaces.requireMember(actor);
        return store.read(
                actor.space(),
                () -> saved
                        .findReadable(
                                actor.account().value(), before.value(), Limit.of(Math.clamp(limit, 1, MAX_PAGE_SIZE)))
                        .stream()
                        .map(MessageEntity::toMessage)
                        .toList());
    }
}
