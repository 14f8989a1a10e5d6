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
 * The messages of a space that somebody keeps at hand. Nobody else learns of it, and what they may no longer read is not
 * shown to them either.
 */
@Service
public class SavedMessages {

    private static final int MAX_PAGE_SIZE = 100;

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
     * Keeps a message, also one that is kept already.
     *
     * @throws NotFoundException if the actor may not see the chat, or there is no such message in it
     */
    public void save(Actor actor, ChatId chat, MessageId message) {
        chats.visible(actor, chat);
        store.<Boolean>write(actor.space(), transaction -> {
            boolean readable = messages.findByIdAndChatId(message.value(), chat.value())
                    .map(MessageEntity::toMessage)
                    .filter(line -> line.kind() == Message.Kind.TEXT && !line.deleted())
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

    /** Keeps a message no longer. */
    public void remove(Actor actor, MessageId message) {
        spaces.requireMember(actor);
        store.<Boolean>write(actor.space(), transaction -> {
            saved.delete(actor.account().value(), message.value());
            return true;
        });
    }

    /**
     * What the actor keeps, newest message first.
     *
     * @param before only what is older than this message
     * @param limit at most how many; brought into 1–100
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
