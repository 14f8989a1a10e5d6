package app.charla.message;

import app.charla.account.BlockList;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.NotificationSetting;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** An account's conversations in a space, last active first. */
@Service
public class ConversationList {

    private static final Comparator<Conversation> LAST_ACTIVE_FIRST = Comparator.comparing(Conversation::lastAt)
            .thenComparing(conversation -> conversation.chat().id().value())
            .reversed();

    private final SpaceStore store;
    private final BlockList blockList;
    private final ChatService chats;
    private final MessageRepository messages;
    private final UnreadReader unread;
    private final Clock clock;

    ConversationList(
            SpaceStore store,
            ChatService chats,
            MessageRepository messages,
            UnreadReader unread,
            Clock clock,
            BlockList blockList) {
        this.blockList = blockList;
        this.store = store;
        this.chats = chats;
        this.messages = messages;
        this.unread = unread;
        this.clock = clock;
    }

    /** Returns all conversations that the actor is in and has not hidden, without archived ones. */
    public List<Conversation> conversations(Actor actor) {
        return store.read(
                actor.space(),
                () -> unread.all(actor, blockList.mutedFor(actor.account())).byChat().values().stream()
                        .filter(count -> !count.isHidden())
                        .map(count -> load(chats.visible(actor, count.chat()), count))
                        .sorted(LAST_ACTIVE_FIRST)
                        .toList());
    }

    /**
     * Returns a conversation as the actor's list has it: one that the actor is in and has not hidden, or a public chat
     * to join; none that is archived.
     *
     * @return empty if the list does not have it
     */
    public Optional<Conversation> listed(Actor actor, ChatId id) {
        try {
            Chat chat = chats.visible(actor, id);
            if (!chat.has(actor.account())) {
                return chat.archived() ? Optional.empty() : Optional.of(conversation(actor, id));
            }
            return store.read(actor.space(), () -> {
                UnreadCount count = count(actor, id);
                return count.isHidden() ? Optional.empty() : Optional.of(load(chat, count));
            });
        } catch (NotFoundException leftMeanwhile) {
            return Optional.empty();
        }
    }

    private UnreadCount count(Actor actor, ChatId id) {
        return unread.count(actor, chats.membership(actor, id), blockList.mutedFor(actor.account()));
    }

    /**
     * Returns one conversation, hidden or not; a public chat also for non-members.
     *
     * @throws NotFoundException if the actor may not see it
     */
    public Conversation conversation(Actor actor, ChatId id) {
        Chat chat = chats.visible(actor, id);
        return store.read(actor.space(), () -> {
            if (!chat.has(actor.account())) {
                Optional<Message> last = lastMessage(id);
                long lastSeq = last.map(Message::seq).orElse(0L);
                return new Conversation(
                        chat,
                        last.orElse(null),
                        0,
                        0,
                        lastSeq,
                        lastSeq,
                        last.map(Message::sentAt).orElse(chat.createdAt()),
                        NotificationSetting.DEFAULT);
            }
            return load(chat, count(actor, id));
        });
    }

    private Conversation load(Chat chat, UnreadCount count) {
        Optional<Message> last = lastMessage(chat.id());
        return new Conversation(
                chat,
                last.orElse(null),
                count.messages(),
                count.mentions(),
                count.readSeq(),
                count.lastSeq(),
                last.map(Message::sentAt).orElse(chat.createdAt()),
                count.notifications().at(clock.instant()));
    }

    private Optional<Message> lastMessage(ChatId chat) {
        return messages.findByChatIdAndSeqLessThanOrderBySeqDesc(chat.value(), Long.MAX_VALUE, Limit.of(1)).stream()
                .findFirst()
                .map(MessageEntity::toMessage);
    }
}
