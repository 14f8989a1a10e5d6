package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import org.springframework.stereotype.Service;

/**
 * Reacting to messages. Doing twice what is done already changes nothing. Every method throws {@link NotFoundException}
 * for who may not see the chat, or where there is no such message. Who reacts in a public chat joins it.
 *
 * @see <a href="../../../../../docs/decisions/023-what-a-line-brings-along.md">decision 023</a>
 */
@Service
public class ReactionService {

    private final SpaceStore store;
    private final ChatService chats;
    private final MessageRepository messages;
    private final ReactionRepository reactions;
    private final SendLimit limit;
    private final MessageProperties settings;

    ReactionService(
            SpaceStore store,
            ChatService chats,
            MessageRepository messages,
            ReactionRepository reactions,
            SendLimit limit,
            MessageProperties settings) {
        this.store = store;
        this.chats = chats;
        this.messages = messages;
        this.reactions = reactions;
        this.limit = limit;
        this.settings = settings;
    }

    /**
     * Reacts to a message.
     *
     * @param emoji a single emoji
     * @return the message as it is now
     * @throws InvalidException if that is no emoji, or the message has too many different ones
     * @throws app.charla.core.ForbiddenException if it is a private chat with somebody, and one of the two blocked the other
     * @throws app.charla.core.TooManyRequestsException if the actor is too fast
     */
    public Message react(Actor actor, ChatId id, MessageId message, String emoji) {
        chats.writable(actor, id);
        Chat chat = chats.requireJoined(actor, id);
        String given = Emoji.normalize(emoji);
        limit.take(actor.account());
        return store.write(actor.space(), transaction -> {
            MessageEntity line = find(id, message);
            if (!line.react(actor.account(), given, settings.maxReactions(), transaction.now())) {
                return line.toMessage();
            }
            transaction.persist(new ReactionEntity(message, given, actor.account(), transaction.now()));
            return MessageChanged.publish(transaction, line.toMessage(), chat.audience());
        });
    }

    /**
     * Takes a reaction back.
     *
     * @return the message as it is now
     * @throws app.charla.core.TooManyRequestsException if the actor is too fast
     */
    public Message remove(Actor actor, ChatId id, MessageId message, String emoji) {
        Chat chat = chats.visible(actor, id);
        String given = Emoji.normalize(emoji);
        limit.take(actor.account());
        return store.write(actor.space(), transaction -> {
            MessageEntity line = find(id, message);
            if (!line.removeReaction(actor.account(), given)) {
                return line.toMessage();
            }
            reactions
                    .findById(new ReactionEntity.Key(
                            message.value(), given, actor.account().value()))
                    .ifPresent(reactions::delete);
            reactions.flush();
            return MessageChanged.publish(transaction, line.toMessage(), chat.audience());
        });
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }
}
