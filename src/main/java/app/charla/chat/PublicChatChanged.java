package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public chat was created, or what everybody in the space sees of it changed: name, topic, posting, archive; or it is
 * gone. For all members of the space, in the chat or not.
 *
 * @param state the chat afterwards; null if it was deleted or is no longer public
 */
public record PublicChatChanged(
        SpaceId space, long position, ChatId chat, @Nullable Chat state) implements LiveEvent {

    @Override
    public Set<AccountId> recipients() {
        return Set.of();
    }

    @Override
    public boolean isForWholeSpace() {
        return true;
    }
}
