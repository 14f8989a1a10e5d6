package app.charla.chat;

import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceTransaction;
import org.springframework.stereotype.Component;

/** Hands out the numbers of a chat's lines: 1, 2, 3 … without a gap, in the committing transaction. */
@Component
public class ChatSequence {

    /**
     * The number of the chat's next line.
     *
     * @throws NotFoundException if the chat was deleted meanwhile
     */
    public long next(SpaceTransaction transaction, ChatId chat) {
        ChatEntity entity = transaction.find(ChatEntity.class, chat.value());
        if (entity == null) {
            throw new NotFoundException();
        }
        return entity.nextSeq(transaction.now());
    }
}
