package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import app.charla.unicode.NameRule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Topics of groups and public chats. Owners and admins change them, of a public chat also those of the space; each
 * change is posted as a system message.
 */
@Service
public class TopicService {

    /** Maximum of characters. */
    public static final int MAX_LENGTH = 250;

    private final SpaceStore store;
    private final ChatRights rights;
    private final ChatService chats;
    private final ChatCache chatCache;
    private final ApplicationEventPublisher events;

    TopicService(
            SpaceStore store,
            ChatRights rights,
            ChatService chats,
            ChatCache chatCache,
            ApplicationEventPublisher events) {
        this.store = store;
        this.rights = rights;
        this.chats = chats;
        this.chatCache = chatCache;
        this.events = events;
    }

    /** Returns whether the actor may change the topic of a chat that they see. */
    public boolean mayChange(Actor actor, Chat chat) {
        return rights.mayManage(actor, chat);
    }

    /**
     * Changes the topic.
     *
     * @param topic at most {@link #MAX_LENGTH} characters, joined into one line; blank for none
     * @throws app.charla.core.NotFoundException if the actor may not see the chat
     * @throws InvalidException if the topic is too long or breaks the name rule, or the chat is private
     * @throws ForbiddenException if the actor's role does not allow it, or the chat is archived
     */
    public Chat change(Actor actor, ChatId id, String topic) {
        String newTopic = requireTopic(actor, chats.changeable(actor, id), topic);
        return store.write(actor.space(), transaction -> change(transaction, actor, id, newTopic));
    }

    /**
     * Returns the topic as it is stored.
     *
     * @throws InvalidException if it is too long, or the chat is private
     * @throws ForbiddenException if the actor's role does not allow it
     */
    String requireTopic(Actor actor, Chat seen, String topic) {
        if (seen.kind() == Kind.PRIVATE) {
            throw new InvalidException("topic", "topic.private");
        }
        String newTopic = NameRule.requireLine("topic", topic, MAX_LENGTH, "topic.length");
        requireManager(actor, seen);
        return newTopic;
    }

    /** Changes the topic in a transaction of the caller, to one that {@link #requireTopic} returned. */
    Chat change(SpaceTransaction transaction, Actor actor, ChatId id, String topic) {
        ChatEntity entity = chatCache.entity(id);
        Chat before = chatCache.cached(transaction.space(), entity);
        ChatService.requireNotArchived(before.archived());
        if (before.kind() == Kind.GROUP) {
            requireManager(actor, before); // again: roles may have changed meanwhile
        }
        if (topic.equals(before.topic())) {
            return before;
        }
        entity.changeTopic(topic);
        SystemMessageRequested.Kind kind =
                topic.isEmpty() ? SystemMessageRequested.Kind.TOPIC_REMOVED : SystemMessageRequested.Kind.TOPIC_SET;
        events.publishEvent(
                new SystemMessageRequested(transaction, id, actor.account(), kind, null, topic, before.audience()));
        Chat after = before.withTopic(topic);
        return before.kind() == Kind.PUBLIC
                ? chatCache.publishPublicChanged(transaction, after)
                : chatCache.publishChanged(transaction, after, after.audience());
    }

    private void requireManager(Actor actor, Chat chat) {
        if (!mayChange(actor, chat)) {
            throw new ForbiddenException("topic.manage");
        }
    }
}
