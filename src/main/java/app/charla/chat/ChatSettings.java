package app.charla.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The settings of a chat: changes several of them in one transaction, or none if one of them is refused. */
@Service
public class ChatSettings {

    /**
     * A change of the settings; null leaves one as it is.
     *
     * @param name of a group
     * @param topic of a group or a public chat
     * @param notifications the actor's own setting
     */
    public record Change(
            @Nullable String name,
            @Nullable String topic,
            @Nullable NotificationSetting notifications) {}

    private final SpaceStore store;
    private final ChatService chats;
    private final GroupService groups;
    private final TopicService topics;
    private final ChatCache chatCache;

    ChatSettings(SpaceStore store, ChatService chats, GroupService groups, TopicService topics, ChatCache chatCache) {
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
     * @throws InvalidException if a value is out of range, or a chat that is no group is renamed
     * @throws app.charla.core.ForbiddenException if the actor's role does not allow one of the changes
     */
    public void change(Actor actor, ChatId id, Change change) {
        Chat seen = chats.visible(actor, id);
        if (change.name() != null && seen.kind() != Chat.Kind.GROUP) {
            throw new InvalidException("name", "name.group-only");
        }
        var valid = new Change(
                change.name() == null ? null : GroupService.requireName(change.name()),
                change.topic() == null ? null : topics.requireTopic(actor, seen, change.topic()),
                change.notifications());
        store.<Boolean>write(actor.space(), transaction -> {
            apply(transaction, actor, id, valid);
            return true;
        });
    }

    /** Checks everything before it writes; the name last, as renaming loads the chat with what was changed before. */
    private void apply(SpaceTransaction transaction, Actor actor, ChatId id, Change change) {
        if (change.notifications() != null) {
            chatCache.member(id, actor.account());
        }
        if (change.name() != null) {
            GroupRoles.requireManager(actor, chatCache.load(chatCache.entity(id)));
        }
        if (change.topic() != null) {
            topics.change(transaction, actor, id, change.topic());
        }
        if (change.name() != null) {
            groups.rename(transaction, actor, id, change.name());
        }
        if (change.notifications() != null) {
            chats.setNotifications(transaction, actor, id, change.notifications());
        }
    }
}
