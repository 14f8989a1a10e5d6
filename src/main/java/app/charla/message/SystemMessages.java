package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.ChatSequence;
import app.charla.chat.SystemMessageRequested;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.message.Message.Kind;
import app.charla.storage.SpaceTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Posts system messages: changes of a chat as messages in its history. */
@Component
class SystemMessages {

    private final ChatSequence sequence;

    SystemMessages(ChatSequence sequence) {
        this.sequence = sequence;
    }

    @EventListener
    void on(SystemMessageRequested request) {
        SpaceTransaction transaction = request.transaction();
        Kind kind = Kind.valueOf(request.kind().name());
        // The creation of a chat has seq 0: the first message is number 1.
        long seq = kind == Kind.GROUP_CREATED || kind == Kind.PUBLIC_CREATED
                ? 0
                : sequence.next(transaction, request.chat());
        MessageId id = transaction.appendNewMessage(request.chat());
        var entity = new MessageEntity(
                id,
                request.chat(),
                seq,
                request.actor(),
                "note-" + id,
                kind,
                request.subject(),
                request.text(),
                transaction.now());
        transaction.persist(entity);
        transaction.publish(new MessagePosted(transaction.space(), entity.toMessage(), request.recipients()));
    }

    /** Posts the system message of a pin; it quotes the pinned message. */
    void postPinned(SpaceTransaction transaction, Chat chat, Actor actor, Message pinned) {
        MessageId id = transaction.appendNewMessage(chat.id());
        var entity = new MessageEntity(
                        id,
                        chat.id(),
                        sequence.next(transaction, chat.id()),
                        actor.account(),
                        "note-" + id,
                        Kind.PINNED,
                        null,
                        "",
                        transaction.now())
                .replyingTo(pinned.toQuote());
        transaction.persist(entity);
        transaction.publish(new MessagePosted(transaction.space(), entity.toMessage(), chat.audience()));
    }
}
