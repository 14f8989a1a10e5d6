package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.ChatService;
import app.charla.chat.PublicChatChanged;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.ReadMarkers;
import app.charla.chat.Receipt;
import app.charla.chat.ReceiptGiven;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.storage.Journal;
import app.charla.storage.JournalEntry;
import app.charla.storage.SpaceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads from the journal the events that a client missed and may see. Clients subscribe first and then ask here: an
 * actor removed from the space before that gets an error here, one removed later is found among the subscribers.
 */
@Service
public class CatchupService {

    /** Maximum of journal entries to replay; beyond it reloading is cheaper. */
    private static final int MAX_ENTRIES = 5_000;

    private final SpaceStore store;
    private final Journal journal;
    private final SpaceService spaces;
    private final ChatService chats;
    private final ReadMarkers markers;
    private final MessageRepository messages;
    private final ConversationList conversationList;

    CatchupService(
            SpaceStore store,
            Journal journal,
            SpaceService spaces,
            ChatService chats,
            ReadMarkers markers,
            MessageRepository messages,
            ConversationList conversationList) {
        this.store = store;
        this.journal = journal;
        this.spaces = spaces;
        this.chats = chats;
        this.markers = markers;
        this.messages = messages;
        this.conversationList = conversationList;
    }

    /**
     * Returns the current journal position, where a cursor starts. Subscribe first, then ask, then load.
     *
     * @throws NotFoundException if the actor does not belong to the space
     */
    public long position(Actor actor) {
        spaces.requireMember(actor);
        return store.read(actor.space(), journal::position);
    }

    /**
     * Returns the events after a position that concern the actor.
     *
     * @throws NotFoundException if the actor does not belong to the space
     */
    public Catchup since(Actor actor, long position) {
        spaces.requireMember(actor);
        return store.read(actor.space(), () -> read(actor, position));
    }

    /**
     * Returns the events after a time that concern the actor.
     *
     * @throws NotFoundException if the actor does not belong to the space
     */
    public Catchup since(Actor actor, Instant time) {
        spaces.requireMember(actor);
        return store.read(actor.space(), () -> read(actor, journal.position(time)));
    }

    private Catchup read(Actor actor, long position) {
        long present = journal.position();
        Optional<List<JournalEntry>> missed = journal.since(position, MAX_ENTRIES);
        return missed.map(entries -> new Catchup(true, events(actor, entries), lastPosition(entries, position)))
                .orElseGet(() -> new Catchup(false, List.of(), present));
    }

    private static long lastPosition(List<JournalEntry> entries, long otherwise) {
        return entries.isEmpty() ? otherwise : entries.getLast().position();
    }

    private List<LiveEvent> events(Actor actor, List<JournalEntry> entries) {
        List<Long> ids = entries.stream()
                .filter(entry -> visible(actor, entry) != null)
                .map(JournalEntry::messageId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Message> present = ids.isEmpty()
                ? Map.of()
                : messages.findByIdIn(ids).stream()
                        .map(MessageEntity::toMessage)
                        .collect(Collectors.toMap(message -> message.id().value(), message -> message));
        var receipts = new HashMap<ChatId, Map<AccountId, Receipt>>();
        var events = new ArrayList<LiveEvent>();
        for (JournalEntry entry : entries) {
            LiveEvent event = event(actor, entry, present, receipts);
            if (event != null) {
                events.add(event);
            }
        }
        return List.copyOf(events);
    }

    private @Nullable LiveEvent event(
            Actor actor,
            JournalEntry entry,
            Map<Long, Message> present,
            Map<ChatId, Map<AccountId, Receipt>> receipts) {
        var chatId = new ChatId(entry.chatId());
        Set<AccountId> me = Set.of(actor.account());
        boolean mine = actor.account().value().equals(entry.accountId());
        return switch (entry.kind()) {
            case MESSAGE -> {
                Message message = present.get(entry.messageId());
                if (message == null) {
                    yield null; // not visible to the actor, or deleted with its chat
                }
                yield entry.position() == message.id().value()
                        ? new MessagePosted(actor.space(), message, me)
                        : new MessageChanged(actor.space(), entry.position(), message, me, true);
            }
            case CHAT -> {
                Chat chat = visible(actor, entry);
                yield chat == null || isHidden(actor, chat)
                        ? null
                        : new ChatChanged(actor.space(), entry.position(), chat, me);
            }
            case MARKER ->
                mine && visible(actor, entry) != null
                        ? new ReadMarkerMoved(actor.space(), entry.position(), chats.membership(actor, chatId))
                        : null;
            case RECEIPT -> mine ? null : receipt(actor, entry, receipts);
            case PUBLIC_CHAT -> publicChat(actor, entry);
            case GONE -> mine ? new ChatGone(actor.space(), entry.position(), chatId, me) : null;
        };
    }

    /** Returns whether the actor's list does not have a private chat: hidden by them, or without a word so far. */
    private boolean isHidden(Actor actor, Chat chat) {
        return chat.kind() == Chat.Kind.PRIVATE
                && conversationList.listed(actor, chat.id()).isEmpty();
    }

    /** Returns what a public chat is now; of one that became a group, its members get the entry of the chat itself. */
    private @Nullable LiveEvent publicChat(Actor actor, JournalEntry entry) {
        var id = new ChatId(entry.chatId());
        Chat chat;
        try {
            chat = chats.visible(actor, id);
        } catch (NotFoundException gone) {
            return new PublicChatChanged(actor.space(), entry.position(), id, null);
        }
        return chat.kind() == Chat.Kind.PUBLIC
                ? new PublicChatChanged(actor.space(), entry.position(), id, chat)
                : null;
    }

    /** Returns a reader's receipt once per reader, as it is now. */
    private @Nullable LiveEvent receipt(
            Actor actor, JournalEntry entry, Map<ChatId, Map<AccountId, Receipt>> receipts) {
        UUID reader = entry.accountId();
        if (reader == null || visible(actor, entry) == null) {
            return null;
        }
        Map<AccountId, Receipt> remaining =
                receipts.computeIfAbsent(new ChatId(entry.chatId()), chat -> receiptsByReader(actor, chat));
        Receipt state = remaining.remove(new AccountId(reader));
        return state == null
                ? null
                : new ReceiptGiven(
                        actor.space(), entry.position(), new ChatId(entry.chatId()), state, Set.of(actor.account()));
    }

    private Map<AccountId, Receipt> receiptsByReader(Actor actor, ChatId chat) {
        return markers.receipts(actor, chat).stream().collect(Collectors.toMap(Receipt::reader, receipt -> receipt));
    }

    private @Nullable Chat visible(Actor actor, JournalEntry entry) {
        try {
            Chat chat = chats.visible(actor, new ChatId(entry.chatId()));
            return chat.has(actor.account()) ? chat : null;
        } catch (NotFoundException notVisible) {
            return null;
        }
    }
}
