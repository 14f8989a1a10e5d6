package app.charla.ui.chat.conversation;

import app.charla.account.BlockList;
import app.charla.account.ProfileDirectory;
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
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.message.ConversationList;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.MessageHistory;
import app.charla.message.MessagePage;
import app.charla.message.MessagePosted;
import app.charla.ui.Addresses;
import app.charla.ui.chat.Conversation;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.MessageLogSource;
import app.charla.ui.chat.MessageMapper;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The presenter of conversations: answers the message log with what the services return, mapped to its data. Shared by all tabs; keeps no state.
 */
@Component
class ConversationPresenter {

    private static final int PAGE_SIZE = 50;

    private final MessageHistory history;
    private final ChatService chats;
    private final ReadMarkers markers;
    private final ConversationList conversationList;
    private final CatchupService catchup;
    private final ProfileDirectory profiles;
    private final BlockList blockList;
    private final MessageMapper messageMapper;
    private final MessageSender sender;

    ConversationPresenter(
            MessageHistory history,
            ChatService chats,
            ReadMarkers markers,
            ConversationList conversationList,
            CatchupService catchup,
            ProfileDirectory profiles,
            BlockList blockList,
            MessageMapper messageMapper,
            MessageSender sender) {
        this.history = history;
        this.chats = chats;
        this.markers = markers;
        this.conversationList = conversationList;
        this.catchup = catchup;
        this.profiles = profiles;
        this.blockList = blockList;
        this.messageMapper = messageMapper;
        this.sender = sender;
    }

    /**
     * Returns the message log's source for the chat that a tab has open.
     *
     * @param reload loads the first window again
     * @param reset replaces everything shown with a window
     */
    MessageLogSource in(
            SerializableSupplier<OpenChat> open,
            SerializableRunnable reload,
            SerializableConsumer<MessageLogData.Window> reset) {
        return new OpenChatSource(this, sender, open, reload, reset);
    }

    /** Returns what the browser needs to know to open a chat. */
    Conversation conversation(OpenChat open, String title, boolean mayPin) {
        AccountId me = open.actor().account();
        return new Conversation(
                me.toString(),
                profiles.getById(me).name(),
                open.actor().space().toString(),
                open.chat().toString(),
                title,
                mayPin,
                false,
                Addresses.media(open.slug()),
                collapsed(open));
    }

    /** Returns the senders whose messages are collapsed; none in a private chat. */
    private List<String> collapsed(OpenChat open) {
        Actor actor = open.actor();
        return chats.visible(actor, open.chat()).kind() == Chat.Kind.PRIVATE
                ? List.of()
                : blockList.blockedIds(actor.account()).stream()
                        .map(AccountId::toString)
                        .toList();
    }

    /**
     * Returns the first window: the newest messages, or those around the first unread one if there are many.
     *
     * @param focus the {@code seq} of the message to show instead, or null
     */
    MessageLogData.Window window(Actor actor, ChatId chat, @Nullable Long focus) {
        long position = catchup.position(actor);
        var state = conversationList.conversation(actor, chat);
        long center = focus == null ? state.readSeq() : focus;
        MessagePage page = state.lastSeq() - center < PAGE_SIZE
                ? history.before(actor, chat, Long.MAX_VALUE, PAGE_SIZE)
                : history.around(actor, chat, center, PAGE_SIZE);
        return new MessageLogData.Window(
                messageMapper.map(actor, page.messages()),
                state.readSeq(),
                state.lastSeq(),
                page.hasOlder(),
                page.hasNewer(),
                position,
                focus,
                messageMapper.receipts(markers.receipts(actor, chat)));
    }

    /** Returns the page just before a {@code seq}. */
    MessageLogData.Page older(Actor actor, ChatId chat, long seq) {
        MessagePage page = history.before(actor, chat, seq, PAGE_SIZE);
        return new MessageLogData.Page(messageMapper.map(actor, page.messages()), page.hasOlder());
    }

    /** Returns the page just after a {@code seq}. */
    MessageLogData.Page newer(Actor actor, ChatId chat, long seq) {
        MessagePage page = history.after(actor, chat, seq, PAGE_SIZE);
        return new MessageLogData.Page(messageMapper.map(actor, page.messages()), page.hasNewer());
    }

    /** Returns the messages on both sides of a {@code seq}. */
    MessageLogData.Surroundings around(Actor actor, ChatId chat, long seq) {
        MessagePage page = history.around(actor, chat, seq, PAGE_SIZE);
        return new MessageLogData.Surroundings(
                messageMapper.map(actor, page.messages()), page.hasOlder(), page.hasNewer());
    }

    /** Moves the read marker; does nothing for a person who reads a public chat without having joined it. */
    void markRead(Actor actor, ChatId chat, long seq) {
        if (chats.visible(actor, chat).has(actor.account())) {
            markers.markRead(actor, chat, seq);
        }
    }

    /** Moves the read marker back. */
    void markUnread(Actor actor, ChatId chat, long seq) {
        markers.markUnread(actor, chat, seq);
    }

    /** Returns what a chat's journal holds above a position, or nothing if that is too much for one answer. */
    Optional<MessageLogData.Changes> changesSince(Actor actor, ChatId chat, long position) {
        Catchup missed = catchup.since(actor, position);
        return missed.complete()
                ? Optional.of(changes(actor, chat, missed.events(), missed.position()))
                : Optional.empty();
    }

    /** Returns the changes that events make to the messages and receipts of one chat. */
    MessageLogData.Changes changes(Actor actor, ChatId chat, List<LiveEvent> events, long position) {
        var posted = new ArrayList<Message>();
        var changed = new ArrayList<Message>();
        var receipts = new ArrayList<Receipt>();
        List<LiveEvent> ours =
                events.stream().filter(event -> event.chat().equals(chat)).toList();
        for (LiveEvent event : ours) {
            switch (event) {
                case MessagePosted added -> posted.add(added.message());
                case MessageChanged edited -> changed.add(edited.message());
                case ReceiptGiven given -> receipts.add(given.state());
                case ReadMarkerMoved moved -> {} // the view shows this and the next three
                case ChatChanged edited -> {}
                case PublicChatChanged edited -> {}
                case ChatGone deleted -> {}
                default -> {} // LiveEventsUiTest: every event is named above
            }
        }
        return new MessageLogData.Changes(
                messageMapper.map(actor, posted),
                messageMapper.map(actor, changed),
                position,
                messageMapper.receipts(receipts));
    }

    /** Sends to any chat of the space, see {@link MessageSender#send}. */
    Composer.SendResult send(Actor actor, String chat, Composer.OutgoingMessage outgoing, Locale locale) {
        return sender.send(actor, chat, outgoing, locale);
    }
}
