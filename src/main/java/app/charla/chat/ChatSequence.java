package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.storage.SpaceTransaction;
import org.springframework.stereotype.Component;

/** Assigns the seq of a chat's messages: 1, 2, 3 … without a gap, in the committing transaction. */
@Component
public class ChatSequence {

    private final ChatRepository chats;

    ChatSequence(ChatRepository chats) {
        this.chats = chats;
    }

    /** Returns the seq of the chat's next message. */
    public long next(SpaceTransaction transaction, ChatId chat) {
        return transaction.nextSeq(chat, () -> chats.findLastSeq(chat.value()));
    }

    /** Returns the seq of the chat's next message, and marks the chat as read up to it for its sender, a member. */
    public long next(SpaceTransaction transaction, ChatId chat, AccountId sender) {
        long seq = next(transaction, chat);
        SenderMarkers.of(transaction).sent(chat, sender, seq);
        return seq;
    }

    /** Returns the seq of the chat's newest message that is stored. */
    long last(ChatId chat) {
        return chats.findLastSeq(chat.value());
    }

    /** Returns the seq of the chat's newest message, including those of the transaction. */
    long last(SpaceTransaction transaction, ChatId chat) {
        return transaction.lastSeq(chat, () -> chats.findLastSeq(chat.value()));
    }
}
