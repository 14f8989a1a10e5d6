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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What groups and public chats are about. Those who look after a group say so, and those who look after the space for its
 * public chats; a line in the conversation tells of each change.
 */
@Service
public class TopicService {

    /** Characters of a topic at most. */
    public static final int MAX_LENGTH = 250;

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ChatService chats;
    private final ChatCache chatCache;
    private final ApplicationEventPublisher events;

    TopicService(
            SpaceStore store,
            SpaceService spaces,
            ChatService visible,
            ChatCache chatCache,
            ApplicationEventPublisher notes) {
        this.store = store;
        this.spaces = spaces;
        this.chats = visible;
        this.chatCache = chatCache;
        this.events = notes;
    }

    /** Whether somebody may say what a chat that they see is about. */
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
     * Says what a chat is about.
     *
     * @param topic at most {@link #MAX_LENGTH} characters, which become one line; blank for nothing in particular
     * @throws app.charla.core.NotFoundException if the actor may not see the chat
     * @throws InvalidException if the topic is too long, or the chat is private
     * @throws ForbiddenException if the actor does not look after the chat
     */
    public Chat change(Actor actor, ChatId id, String topic) {
        String wanted = topic.strip().replaceAll("\\s+", " ");
        Chat seen = chats.visible(actor, id);
        if (seen.kind() == Kind.PRIVATE) {
            throw new InvalidException("topic", "topic.private");
        }
        if (wanted.length() > MAX_LENGTH) {
            throw new InvalidException("topic", "topic.length", MAX_LENGTH);
        }
        requireManager(actor, seen);
        return store.write(actor.space(), transaction -> change(transaction, actor, id, wanted));
    }

    private Chat change(SpaceTransaction transaction, Actor actor, ChatId id, String topic) {
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
