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

/** Writes what happens to a chat as lines into its conversation. */
@Component
class SystemMessages {

    private final ChatSequence sequence;

    SystemMessages(ChatSequence sequence) {
        this.sequence = sequence;
    }

    @EventListener
    void on(SystemMessageRequested note) {
        SpaceTransaction transaction = note.transaction();
        Kind kind = Kind.valueOf(note.kind().name());
        // The line of a group's creation comes before the first message, which is number 1.
        long seq = kind == Kind.GROUP_CREATED ? 0 : sequence.next(transaction, note.chat());
        MessageId id = transaction.appendNewMessage(note.chat());
        var entity = new MessageEntity(
                id, note.chat(), seq, note.actor(), "note-" + id, kind, note.subject(), note.text(), transaction.now());
        transaction.persist(entity);
        transaction.publish(new MessagePosted(transaction.space(), entity.toMessage(), note.recipients()));
    }

    /** Says who pinned what: the line leads there. */
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
