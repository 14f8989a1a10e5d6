package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** What one person said in a space, in whatever chat, and how they reacted: to take along, or to take back. */
@Service
public class AuthoredMessages {

    /** Few enough that a sender does not notice the transaction that takes them out. */
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
     * The actor's own messages, oldest first, so many at a time; also those in chats they are no longer in.
     *
     * @param after those that came later; 0 for the first
     */
    public List<Message> after(Actor actor, MessageId after) {
        return store.read(
                actor.space(),
                () -> messages.findBySender(actor.account().value(), after.value(), Limit.of(BATCH_SIZE)).stream()
                        .map(MessageEntity::toMessage)
                        .toList());
    }

    /**
     * Takes back all that the actor ever said in the space, how they reacted, and what they saved: that is gone from the database, the
     * places of their words stay.
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
        int taken = BATCH_SIZE;
        while (taken == BATCH_SIZE) {
            taken = store.write(actor.space(), write);
        }
    }

    private int deleteMessages(SpaceTransaction transaction, Actor actor) {
        List<MessageEntity> some = messages.findBySender(actor.account().value(), 0, Limit.of(BATCH_SIZE));
        for (MessageEntity line : some) {
            line.delete(actor.account(), transaction.now());
            dependents.remove(transaction, line);
            publishChanged(transaction, line);
        }
        return some.size();
    }

    private int removeReactions(SpaceTransaction transaction, Actor actor) {
        List<MessageEntity> some = messages.findByReactor(actor.account().value(), Limit.of(BATCH_SIZE));
        for (MessageEntity line : some) {
            line.removeReactions(actor.account());
            publishChanged(transaction, line);
        }
        reactions.deleteByAccount(
                actor.account().value(),
                some.stream().map(line -> line.toMessage().id().value()).toList());
        return some.size();
    }

    private void publishChanged(SpaceTransaction transaction, MessageEntity line) {
        Message message = messages.saveAndFlush(line).toMessage();
        MessageChanged.publish(transaction, message, chats.audience(transaction.space(), message.chat()));
    }
}
