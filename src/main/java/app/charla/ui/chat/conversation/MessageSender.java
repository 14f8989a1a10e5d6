package app.charla.ui.chat.conversation;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.core.UnavailableException;
import app.charla.media.MediaId;
import app.charla.message.LinkPreviewService;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.ui.FailureText;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.MessageMapper;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The sender of messages and of changes to them: a refusal becomes an answer in the language of the reader. Shared by all tabs;
 * keeps no state.
 */
@Component
class MessageSender {

    private final MessageService messages;
    private final MessageHistory history;
    private final ReactionService reactions;
    private final LinkPreviewService previews;
    private final MessageMapper messageMapper;

    MessageSender(
            MessageService messages,
            MessageHistory history,
            ReactionService reactions,
            LinkPreviewService previews,
            MessageMapper messageMapper) {
        this.messages = messages;
        this.history = history;
        this.reactions = reactions;
        this.previews = previews;
        this.messageMapper = messageMapper;
    }

    /** Sends to any chat of the space: the browser's outbox may hold messages for chats other than the open one. */
    Composer.SendResult send(Actor actor, String chat, Composer.OutgoingMessage outgoing, Locale locale) {
        Long replyTo = outgoing.replyTo();
        try {
            var draft = new MessageDraft(
                    outgoing.clientId(),
                    outgoing.text(),
                    replyTo == null ? null : new MessageId(replyTo),
                    outgoing.media().stream().map(MediaId::parse).toList());
            return Composer.SendResult.sent(
                    messages.send(actor, ChatId.parse(chat), draft).message().seq());
        } catch (TooManyRequestsException tooFast) {
            return Composer.SendResult.rateLimited(FailureText.seconds(tooFast));
        } catch (UnavailableException unavailable) {
            return Composer.SendResult.retry();
        } catch (NotFoundException | InvalidException | ConflictException | ForbiddenException refused) {
            return Composer.SendResult.refused(FailureText.text(refused, locale));
        }
    }

    /** Edits the actor's own message. */
    MessageLogData.Answer edit(Actor actor, ChatId chat, long id, String text, long version, Locale locale) {
        try {
            return MessageLogData.Answer.saved(messageMapper.map(
                    actor, messages.edit(actor, chat, new MessageId(id), text, Math.toIntExact(version))));
        } catch (ConflictException changed) {
            return MessageLogData.Answer.conflict(
                    messageMapper.map(actor, history.message(actor, chat, new MessageId(id))));
        } catch (NotFoundException | InvalidException | ForbiddenException refused) {
            return MessageLogData.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Deletes the actor's own message. */
    MessageLogData.Answer remove(Actor actor, ChatId chat, long id, Locale locale) {
        try {
            return MessageLogData.Answer.saved(
                    messageMapper.map(actor, messages.delete(actor, chat, new MessageId(id))));
        } catch (NotFoundException | InvalidException | ForbiddenException refused) {
            return MessageLogData.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Removes the link preview from the actor's own message. */
    MessageLogData.Answer removePreview(Actor actor, ChatId chat, long id, Locale locale) {
        try {
            return MessageLogData.Answer.saved(
                    messageMapper.map(actor, previews.remove(actor, chat, new MessageId(id))));
        } catch (NotFoundException | ForbiddenException refused) {
            return MessageLogData.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Restores the actor's own message that was deleted a moment ago. */
    MessageLogData.Answer undoRemove(Actor actor, ChatId chat, long id, Locale locale) {
        try {
            return MessageLogData.Answer.saved(
                    messageMapper.map(actor, messages.undoDelete(actor, chat, new MessageId(id))));
        } catch (NotFoundException | ConflictException | ForbiddenException refused) {
            return MessageLogData.Answer.refused(FailureText.text(refused, locale));
        }
    }

    /** Adds a reaction to a message, or removes it. */
    MessageLogData.Answer react(Actor actor, ChatId chat, long id, String emoji, boolean on, Locale locale) {
        var message = new MessageId(id);
        try {
            return MessageLogData.Answer.saved(messageMapper.map(
                    actor,
                    on ? reactions.react(actor, chat, message, emoji) : reactions.remove(actor, chat, message, emoji)));
        } catch (NotFoundException | InvalidException | TooManyRequestsException | ForbiddenException refused) {
            return MessageLogData.Answer.refused(FailureText.text(refused, locale));
        }
    }
}
