package app.charla.ui.chat.conversation;

import app.charla.chat.ChatService;
import app.charla.chat.ReadMarkers;
import app.charla.chat.Receipt;
import app.charla.chat.ReceiptGiven;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.LiveEvent;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.core.UnavailableException;
import app.charla.media.MediaId;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.message.ConversationList;
import app.charla.message.LinkPreviewService;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.MessageDraft;
import app.charla.message.MessagePage;
import app.charla.message.MessagePosted;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.ui.FailureText;
import app.charla.ui.chat.MessageLog;
import app.charla.ui.chat.MessageMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the conversation and the composer ask of the services, in their terms. Shared by all tabs; keeps nothing. */
@Component
class ConversationPresenter {

    private static final int PAGE = 50;

    private final MessageService messages;
    private final ReactionService reactions;
    private final LinkPreviewService previews;
    private final ChatService chats;
    private final ReadMarkers markers;
    private final ConversationList conversationList;
    private final CatchupService catchup;
    private final MessageMapper messageMapper;

    ConversationPresenter(
            MessageService messages,
            ReactionService reactions,
            LinkPreviewService previews,
            ChatService chats,
            ReadMarkers markers,
            ConversationList conversationList,
            CatchupService catchup,
            MessageMapper messageMapper) {
        this.messages = messages;
        this.reactions = reactions;
        this.previews = previews;
        this.chats = chats;
        this.markers = markers;
        this.conversationList = conversationList;
        this.catchup = catchup;
        this.messageMapper = messageMapper;
    }

    /**
     * The first window: the newest messages, or those around the first unread one when there are many.
     *
     * @param focus the number of the message to show instead, or null
     */
    MessageLog.Window window(Actor actor, ChatId chat, @Nullable Long focus) {
        long position = catchup.position(actor);
        var state = conversationList.conversation(actor, chat);
        long place = focus == null ? state.readSeq() : focus;
        MessagePage page = state.lastSeq() - place < PAGE
                ? messages.before(actor, chat, Long.MAX_VALUE, PAGE)
                : messages.around(actor, chat, place, PAGE);
        return new MessageLog.Window(
                messageMapper.of(actor, page.messages()),
                state.readSeq(),
                state.lastSeq(),
                page.hasOlder(),
                page.hasNewer(),
                position,
                focus,
                messageMapper.receipts(markers.receipts(actor, chat)));
    }

    /** The page just before a place. */
    MessageLog.Page older(Actor actor, ChatId chat, long seq) {
        MessagePage page = messages.before(actor, chat, seq, PAGE);
        return new MessageLog.Page(messageMapper.of(actor, page.messages()), page.hasOlder());
    }

    /** The page just after a place. */
    MessageLog.Page newer(Actor actor, ChatId chat, long seq) {
        MessagePage page = messages.after(actor, chat, seq, PAGE);
        return new MessageLog.Page(messageMapper.of(actor, page.messages()), page.hasNewer());
    }

    /** What stands on both sides of a place. */
    MessageLog.Surroundings around(Actor actor, ChatId chat, long seq) {
        MessagePage page = messages.around(actor, chat, seq, PAGE);
        return new MessageLog.Surroundings(messageMapper.of(actor, page.messages()), page.hasOlder(), page.hasNewer());
    }

    /** Moves the read marker; does nothing for who only looks in on a public chat. */
    void read(Actor actor, ChatId chat, long seq) {
        if (chats.visible(actor, chat).has(actor.account())) {
            markers.read(actor, chat, seq);
        }
    }

    /** Takes the read marker back. */
    void unread(Actor actor, ChatId chat, long seq) {
        markers.unread(actor, chat, seq);
    }

    /** What a chat's journal holds above a position, or nothing if that is too much for one answer. */
    Optional<MessageLog.Changes> since(Actor actor, ChatId chat, long position) {
        Catchup missed = catchup.since(actor, position);
        return missed.complete()
                ? Optional.of(changes(actor, chat, missed.events(), missed.position()))
                : Optional.empty();
    }

    /** What events say of one chat. */
    MessageLog.Changes changes(Actor actor, ChatId chat, List<LiveEvent> events, long position) {
        var posted = new ArrayList<Message>();
        var changed = new ArrayList<Message>();
        var receipts = new ArrayList<Receipt>();
        for (LiveEvent event : events) {
            if (event instanceof MessagePosted added && added.chat().equals(chat)) {
                posted.add(added.message());
            } else if (event instanceof MessageChanged edited && edited.chat().equals(chat)) {
                changed.add(edited.message());
            } else if (event instanceof ReceiptGiven given && given.chat().equals(chat)) {
                receipts.add(given.state());
            }
        }
        return new MessageLog.Changes(
                messageMapper.of(actor, posted),
                messageMapper.of(actor, changed),
                position,
                messageMapper.receipts(receipts));
    }

    /** Sends to any chat of the space: the outbox of the browser may hold messages for others than the open one. */
    Composer.Delivery send(Actor actor, String chat, Composer.Outgoing outgoing, Locale locale) {
        Long replyTo = outgoing.replyTo();
        try {
            var draft = new MessageDraft(
                    outgoing.clientId(),
                    outgoing.text(),
                    replyTo == null ? null : new MessageId(replyTo),
                    outgoing.media().stream().map(MediaId::parse).toList());
            return Composer.Delivery.sent(
                    messages.send(actor, ChatId.parse(chat), draft).message().seq());
        } catch (TooManyRequestsException tooFast) {
            return Composer.Delivery.later(FailureText.seconds(tooFast));
        } catch (UnavailableException later) {
            return Composer.Delivery.retry();
        } catch (NotFoundException | InvalidException | ConflictException | ForbiddenException refused) {
            return Composer.Delivery.refused(FailureText.text(refused, locale));
        }
    }

    /** Changes one's own message. */
    MessageLog.Answer edit(Actor actor, ChatId chat, long id, String text, long version, Locale locale) {
        try {
            return MessageLog.Answer.saved(messageMapper.of(
                    actor, messages.edit(actor, chat, new MessageId(id), text, Math.toIntExact(version))));
        } catch (ConflictException changed) {
            return MessageLog.Answer.conflict(
                    messageMapper.of(actor, messages.message(actor, chat, new MessageId(id))));
        } catch (NotFoundException | InvalidException | ForbiddenException refused) {
            return MessageLog.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Takes back one's own message. */
    MessageLog.Answer remove(Actor actor, ChatId chat, long id, Locale locale) {
        try {
            return MessageLog.Answer.saved(messageMapper.of(actor, messages.delete(actor, chat, new MessageId(id))));
        } catch (NotFoundException | InvalidException | ForbiddenException refused) {
            return MessageLog.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Shows no longer what one's own message links to. */
    MessageLog.Answer removePreview(Actor actor, ChatId chat, long id, Locale locale) {
        try {
            return MessageLog.Answer.saved(messageMapper.of(actor, previews.remove(actor, chat, new MessageId(id))));
        } catch (NotFoundException | ForbiddenException refused) {
            return MessageLog.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Puts back one's own message that was deleted a moment ago. */
    MessageLog.Answer undoRemove(Actor actor, ChatId chat, long id, Locale locale) {
        try {
            return MessageLog.Answer.saved(
                    messageMapper.of(actor, messages.undoDelete(actor, chat, new MessageId(id))));
        } catch (NotFoundException | ConflictException refused) {
            return MessageLog.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Reacts to a message, or takes that back. */
    MessageLog.Answer react(Actor actor, ChatId chat, long id, String emoji, boolean on, Locale locale) {
        var message = new MessageId(id);
        try {
            return MessageLog.Answer.saved(messageMapper.of(
                    actor,
                    on
                            ? reactions.react(actor, chat, message, emoji)
                            : reactions.takeBack(actor, chat, message, emoji)));
        } catch (NotFoundException | InvalidException | TooManyRequestsException refused) {
            return MessageLog.Answer.refused(FailureText.text(refused, locale));
        }
    }
}
