package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Posting;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The settings of a chat: changes several of them in one transaction, or none if one of them is refused. */
@Service
public class ChatSettings {

    /**
     * A change of the settings; null leaves one as it is.
     *
     * @param name of a group or a public chat
     * @param topic of a group or a public chat
     * @param posting who may post in a group or a public chat
     * @param notifications the actor's own setting
     */
    public record Change(
            @Nullable String name,
            @Nullable String topic,
            @Nullable Posting posting,
            @Nullable NotificationSetting notifications) {}

    private final SpaceStore store;
    private final ChatService chats;
    private final GroupService groups;
    private final TopicService topics;
    private final PublicChatService publicChats;
    private final ChatRights rights;
    private final ChatCache chatCache;
    private final ApplicationEventPublisher events;

    ChatSettings(
            SpaceStore store,
            ChatService chats,
            GroupService groups,
            TopicService topics,
            PublicChatService publicChats,
            ChatRights rights,
            ChatCache chatCache,
            ApplicationEventPublisher events) {
        this.publicChats = publicChats;
        this.rights = rights;
        this.events = events;
        this.store = store;
        this.chats = chats;
        this.groups = groups;
        this.topics = topics;
        this.chatCache = chatCache;
    }

    /**
     * Changes the settings of a chat.
     *
     * @throws app.charla.core.NotFoundException if the actor may not see the chat, or sets notifications of one that
     *     they are not a member of
     * @throws InvalidException if a value is out of range, or not of a private chat
     * @throws app.charla.core.ForbiddenException if the actor's role does not allow one of the changes, or they are not
     *     the actor's own settings and the chat is archived
     * @throws app.charla.core.ConflictException if another public chat has the name
     */
    public void change(Actor actor, ChatId id, Change change) {
        Chat seen = chats.visible(actor, id);
        requireAllowed(actor, seen, change);
        var valid = new Change(
                change.name() == null ? null : GroupService.requireName(change.name()),
                change.topic() == null ? null : topics.requireTopic(actor, seen, change.topic()),
                change.posting(),
                change.notifications());
        store.<Boolean>write(actor.space(), transaction -> {
            apply(transaction, actor, id, valid);
            return true;
        });
    }

    private void requireAllowed(Actor actor, Chat seen, Change change) {
        if (change.name() != null && seen.kind() == Kind.PRIVATE) {
            throw new InvalidException("name", "name.group-only");
        }
        if (change.posting() != null && seen.kind() == Kind.PRIVATE) {
            throw new InvalidException("posting", "posting.private");
        }
        if (change.name() != null || change.posting() != null) {
            rights.requireManager(actor, seen);
        }
        if (change.name() != null || change.posting() != null || change.topic() != null) {
            ChatService.requireNotArchived(seen.archived());
        }
    }

    /** Checks everything before it writes; the name last, as renaming loads the chat with what was changed before. */
    private void apply(SpaceTransaction transaction, Actor actor, ChatId id, Change change) {
        if (change.notifications() != null) {
            chatCache.member(id, actor.account());
        }
        ChatEntity chat = chatCache.entity(id);
        if (change.name() != null || change.posting() != null) {
            requireStillAllowed(actor, chat);
        }
        if (change.topic() != null) {
            topics.change(transaction, actor, id, change.topic());
        }
        if (change.posting() != null) {
            changePosting(transaction, actor, chat, change.posting());
        }
        if (change.name() != null && chat.kind() == Kind.PUBLIC) {
            publicChats.rename(transaction, actor, chat, change.name());
        } else if (change.name() != null) {
            groups.rename(transaction, actor, id, change.name());
        }
        if (change.notifications() != null) {
            chats.setNotifications(transaction, actor, id, change.notifications());
        }
    }

    /** Again in the transaction: roles may have changed meanwhile, or the chat was archived. */
    private void requireStillAllowed(Actor actor, ChatEntity chat) {
        ChatService.requireNotArchived(chat.isArchived());
        if (chat.kind() == Kind.GROUP) {
            GroupRoles.requireManager(actor, chatCache.load(chat));
        }
    }

    private void changePosting(SpaceTransaction transaction, Actor actor, ChatEntity chat, Posting posting) {
        if (posting == chat.posting()) {
            return;
        }
        chat.setPosting(posting);
        Chat after = chatCache.load(chat);
        SystemMessageRequested.Kind kind = posting == Posting.EVERYBODY
                ? SystemMessageRequested.Kind.POSTING_EVERYBODY
                : SystemMessageRequested.Kind.POSTING_MANAGERS;
        events.publishEvent(
                new SystemMessageRequested(transaction, chat.id(), actor.account(), kind, null, "", after.audience()));
        if (chat.kind() == Kind.PUBLIC) {
            chatCache.publishPublicChanged(transaction, after);
        } else {
            chatCache.publishChanged(transaction, after, after.audience());
        }
    }
}
