package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/**
 * A chat was created, or its name, topic or members changed.
 *
 * @param state the chat afterwards
 */
public record ChatChanged(SpaceId space, long position, Chat state, Set<AccountId> recipients) implements LiveEvent {

    @Override
    public ChatId chat() {
        return state.id();
    }
}
