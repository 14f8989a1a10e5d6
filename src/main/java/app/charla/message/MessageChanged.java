package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceTransaction;
import java.util.Set;

/**
 * A message was edited or deleted, or its reactions, pin or link preview changed. Replies quote it as it is now
 * ({@link Message#toQuote}); there is no event for the replies.
 *
 * @param message as it is afterwards
 */
public record MessageChanged(SpaceId space, long position, Message message, Set<AccountId> recipients)
        implements LiveEvent {

    /** Appends the change to the journal and publishes it after the commit. */
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
