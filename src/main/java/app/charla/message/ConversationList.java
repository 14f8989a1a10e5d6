package app.charla.message;

import app.charla.account.BlockList;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.Membership;
import app.charla.chat.NotificationSetting;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    ConversationList(
            SpaceStore store, ChatService chats, MessageRepository messages, Clock clock, BlockList blockList) {
        this.blockList = blockList;
        this.store = store;
        this.chats = chats;
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns all conversations that the actor is in and has not hidden. */
    public List<Conversation> conversations(Actor actor) {
        return store.read(
                actor.space(),
                () -> chats.memberships(actor).stream()
                        .map(membership -> conversation(actor, membership))
                        .flatMap(Optional::stream)
                        .sorted(LAST_ACTIVE_FIRST)
                        .toList());
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
            return load(actor, chat, chats.membership(actor, id));
        });
    }

    private Optional<Conversation> conversation(Actor actor, Membership membership) {
        Conversation present = load(actor, chats.visible(actor, membership.chat()), membership);
        return present.lastSeq() > membership.hiddenSeq() ? Optional.of(present) : Optional.empty();
    }

    private Conversation load(Actor actor, Chat chat, Membership membership) {
        Optional<Message> last = lastMessage(chat.id());
        long lastSeq = last.map(Message::seq).orElse(0L);
        MessageRepository.UnreadCount unread = lastSeq <= membership.readSeq()
                ? null
                : messages.countUnread(
                        chat.id().value(),
                        membership.readSeq(),
                        actor.account().value(),
                        mutedSenders(actor.account()),
                        Conversation.MAX_UNREAD);
        return new Conversation(
                chat,
                last.orElse(null),
                unread == null ? 0 : unread.getMessages(),
                unread == null ? 0 : unread.getMentions(),
                membership.readSeq(),
                lastSeq,
                last.map(Message::sentAt).orElse(chat.createdAt()),
                membership.notifications().at(clock.instant()));
    }

    private List<UUID> mutedSenders(AccountId reader) {
        return blockList.mutedFor(reader).stream().map(AccountId::value).toList();
    }

    private Optional<Message> lastMessage(ChatId chat) {
        return messages.findByChatIdAndSeqLessThanOrderBySeqDesc(chat.value(), Long.MAX_VALUE, Limit.of(1)).stream()
                .findFirst()
                .map(MessageEntity::toMessage);
    }
}
