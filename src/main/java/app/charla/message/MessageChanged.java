package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceTransaction;
import java.util.Set;

/**
 * A message was edited, deleted or restored, or its reactions, pin or link preview changed. Replies quote it as it is now
 * ({@link Message#toQuote}); there is no event for the replies.
 *
 * @param message as it is afterwards
 * @param content whether its text, mentions or existence may have changed, and not only what is attached to it
 */
public record MessageChanged(SpaceId space, long position, Message message, Set<AccountId> recipients, boolean content)
        implements LiveEvent {

    /** Appends a change of the content to the journal and publishes it after the commit. */
    static Message publish(SpaceTransaction transaction, Message message, Set<AccountId> recipients) {
        return publish(transaction, message, recipients, true);
    }

    /** As {@link #publish}, for a change of reactions, pin or preview: it leaves unread counts as they are. */
    static Message publishAttached(SpaceTransaction transaction, Message message, Set<AccountId> recipients) {
        return publish(transaction, message, recipients, false);
    }

    private static Message publish(
            SpaceTransaction transaction, Message message, Set<AccountId> recipients, boolean content) {
        long position = transaction.appendMessage(message.chat(), message.id());
        transaction.publish(new MessageChanged(transaction.space(), position, message, recipients, content));
        return message;
    }

    @Override
    public ChatId chat() {
        return message.chat();
    }
}
