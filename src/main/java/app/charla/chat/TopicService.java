package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Role;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import app.charla.unicode.NameRule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Topics of groups and public chats. Owners and admins of a group change its topic, those of the space the topics of
 * its public chats; each change is posted as a system message.
 */
@Service
public class TopicService {

    /** Maximum of characters. */
    public static final int MAX_LENGTH = 250;

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ChatService chats;
    private final ChatCache chatCache;
    private final ApplicationEventPublisher events;

    TopicService(
            SpaceStore store,
            SpaceService spaces,
            ChatService chats,
            ChatCache chatCache,
            ApplicationEventPublisher events) {
        this.store = store;
        this.spaces = spaces;
        this.chats = chats;
        this.chatCache = chatCache;
        this.events = events;
    }

    /** Returns whether the actor may change the topic of a chat that they see. */
    public boolean mayChange(Actor actor, Chat chat) {
        return switch (chat.kind()) {
            case PUBLIC -> spaces.role(actor).mayManage();
            case GROUP -> {
                Role role = chat.members().get(actor.account());
                yield role != null && role.mayManage();
            }
            case PRIVATE -> false;
        };
    }

    /**
     * Changes the topic.
     *
     * @param topic at most {@link #MAX_LENGTH} characters, joined into one line; blank for none
     * @throws app.charla.core.NotFoundException if the actor may not see the chat
     * @throws InvalidException if the topic is too long or breaks the name rule, or the chat is private
     * @throws ForbiddenException if the actor's role does not allow it
     */
    public Chat change(Actor actor, ChatId id, String topic) {
        String newTopic = requireTopic(actor, chats.visible(actor, id), topic);
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
        return chatCache.publishChanged(transaction, before.withTopic(topic), before.audience());
    }

    private void requireManager(Actor actor, Chat chat) {
        if (!mayChange(actor, chat)) {
            throw new ForbiddenException("topic.manage");
        }
    }
}
