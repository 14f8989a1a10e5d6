package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Messages and reactions of one account in a space, in all chats, for the data export and for account deletion. */
@Service
public class AuthoredMessages {

    /** Messages per transaction: short enough that a sender does not notice it. */
    private static final int BATCH_SIZE = 200;

    private final SpaceStore store;
    private final MessageRepository messages;
    private final ReactionRepository reactions;
    private final MessageDependents dependents;
    private final SavedMessageRepository saved;
    private final ChatService chats;

    AuthoredMessages(
            SpaceStore store,
            MessageRepository messages,
            ReactionRepository reactions,
            MessageDependents dependents,
            SavedMessageRepository saved,
            ChatService chats) {
        this.store = store;
        this.messages = messages;
        this.reactions = reactions;
        this.dependents = dependents;
        this.saved = saved;
        this.chats = chats;
    }

    /**
     * Returns a page of the actor's own messages, oldest first, also from chats they have left.
     *
     * @param after only messages after this one; 0 for the first page
     */
    public List<Message> after(Actor actor, MessageId after) {
        return store.read(
                actor.space(),
                () -> messages.findBySender(actor.account().value(), after.value(), Limit.of(BATCH_SIZE)).stream()
                        .map(MessageEntity::toMessage)
                        .toList());
    }

    /**
     * Deletes all messages of the actor in the space, and removes their reactions and saved messages. The content is
     * removed from the database; the positions of the messages remain.
     */
    public void deleteAll(Actor actor) {
        inBatches(actor, transaction -> deleteMessages(transaction, actor));
        inBatches(actor, transaction -> removeReactions(transaction, actor));
        store.<Boolean>write(actor.space(), transaction -> {
            saved.deleteByAccount(actor.account().value());
            return true;
        });
    }

    private void inBatches(Actor actor, SpaceStore.Write<Integer> write) {
        int done = BATCH_SIZE;
        while (done == BATCH_SIZE) {
            done = store.write(actor.space(), write);
        }
    }

    private int deleteMessages(SpaceTransaction transaction, Actor actor) {
        List<MessageEntity> batch = messages.findBySender(actor.account().value(), 0, Limit.of(BATCH_SIZE));
        for (MessageEntity entity : batch) {
            entity.delete(actor.account(), transaction.now());
            dependents.remove(transaction, entity);
            publishChanged(transaction, entity);
        }
        return batch.size();
    }

    private int removeReactions(SpaceTransaction transaction, Actor actor) {
        List<MessageEntity> batch = messages.findByReactor(actor.account().value(), Limit.of(BATCH_SIZE));
        for (MessageEntity entity : batch) {
            entity.removeReactions(actor.account());
            publishChanged(transaction, entity);
        }
        reactions.deleteByAccount(
                actor.account().value(),
                batch.stream().map(entity -> entity.toMessage().id().value()).toList());
        return batch.size();
    }

    private void publishChanged(SpaceTransaction transaction, MessageEntity entity) {
        Message message = messages.saveAndFlush(entity).toMessage();
        MessageChanged.publish(transaction, message, chats.audience(transaction.space(), message.chat()));
    }
}
