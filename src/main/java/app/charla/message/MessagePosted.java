package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/**
 * A message was added to a chat. Whoever sent it, and it is no system message, has read the chat up to it:
 * {@link app.charla.chat.ReadMarkerMoved} does not say so again.
 */
public record MessagePosted(SpaceId space, Message message, Set<AccountId> recipients) implements LiveEvent {

    @Override
    public long position() {
        return message.id().value();
    }

    @Override
    public ChatId chat() {
        return message.chat();
    }
}
