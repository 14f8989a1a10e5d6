package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceTransaction;
import java.util.Set;

/**
 * A message was edited or deleted, or somebody reacted to it or took that back, or what its link leads to became known. The answers to it quote it as it is now ({@link Message#toQuote}); no event tells of them.
 *
 * @param message as it is afterwards
 */
public record MessageChanged(SpaceId space, long position, Message message, Set<AccountId> recipients)
        implements LiveEvent {

    /** Journals that a message is like this now, and tells of it once committed. */
    static Message publish(SpaceTransaction transaction, Message message, Set<AccountId> recipients) {
        long position = transaction.appendMessage(message.chat(), message.id());
        transaction.publish(new MessageChanged(transaction.space(), position, message, recipients));
        return message;
    }

    @Override
    public ChatId chat() {
        return message.chat();
    }
}
