package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/**
 * A message was edited or deleted, or somebody reacted to it or took that back. The answers to it quote it as it is now ({@link Message#quoted}); no event tells of them.
 *
 * @param message as it is afterwards
 */
public record MessageChanged(SpaceId space, long position, Message message, Set<AccountId> recipients)
        implements LiveEvent {

    @Override
    public ChatId chat() {
        return message.chat();
    }
}
