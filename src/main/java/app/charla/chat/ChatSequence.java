package app.charla.chat;

import app.charla.core.ChatId;
import app.charla.storage.SpaceTransaction;
import org.springframework.stereotype.Component;

/** Hands out the numbers of a chat's lines: 1, 2, 3 … without a gap, in the committing transaction. */
@Component
public class ChatSequence {

    private final ChatRepository chats;

    ChatSequence(ChatRepository chats) {
        this.chats = chats;
    }

    /** The number of the chat's next line. */
    public long next(SpaceTransaction transaction, ChatId chat) {
        return transaction.nextSeq(chat, () -> chats.findLastSeq(chat.value()));
    }

    /** The number of the chat's newest line. */
    long last(SpaceTransaction transaction, ChatId chat) {
        return transaction.lastSeq(chat, () -> chats.findLastSeq(chat.value()));
    }
}
