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
 * Reactions to messages. Repeating a call changes nothing. Every method throws {@link NotFoundException} if the actor
 * may not see the chat, or there is no such message. Reacting in a public chat joins it.
 *
 * @see <a href="../../../../../docs/decisions/023-quotes-and-reactions-as-columns.md">decision 023</a>
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
     * Adds a reaction.
     *
     * @param emoji a single emoji
     * @return the message as it is now
     * @throws InvalidException if the text is not an emoji, or the message has the maximum of different ones
     * @throws app.charla.core.ForbiddenException if the chat is archived, or one of the two people of a private chat blocked
     *     the other
     * @throws app.charla.core.TooManyRequestsException if the actor reacts too fast
     */
    public Message react(Actor actor, ChatId id, MessageId message, String emoji) {
        chats.writable(actor, id);
        Chat chat = chats.requireJoined(actor, id);
        String given = Emoji.normalize(emoji);
        limit.take(actor.account());
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            if (!entity.react(actor.account(), given, settings.maxReactions(), transaction.now())) {
                return entity.toMessage();
            }
            transaction.persist(new ReactionEntity(message, given, actor.account(), transaction.now()));
            return MessageChanged.publishAttached(transaction, entity.toMessage(), chat.audience());
        });
    }

    /**
     * Removes a reaction.
     *
     * @return the message as it is now
     * @throws app.charla.core.ForbiddenException if the chat is archived
     * @throws app.charla.core.TooManyRequestsException if the actor reacts too fast
     */
    public Message remove(Actor actor, ChatId id, MessageId message, String emoji) {
        Chat chat = chats.changeable(actor, id);
        String given = Emoji.normalize(emoji);
        limit.take(actor.account());
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity = find(id, message);
            if (!entity.removeReaction(actor.account(), given)) {
                return entity.toMessage();
            }
            reactions
                    .findByMessageIdAndAccountId(
                            message.value(), actor.account().value())
                    .stream()
                    .filter(stored -> stored.isOf(given))
                    .forEach(reactions::delete);
            reactions.flush();
            return MessageChanged.publishAttached(transaction, entity.toMessage(), chat.audience());
        });
    }

    private MessageEntity find(ChatId chat, MessageId message) {
        return messages.findByIdAndChatId(message.value(), chat.value()).orElseThrow(NotFoundException::new);
    }
}
