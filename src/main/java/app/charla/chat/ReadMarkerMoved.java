package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.Set;

/** Somebody read on, or changed their own settings of a chat. Told to their own devices only. */
public record ReadMarkerMoved(SpaceId space, long position, Membership state) implements LiveEvent {

    @Override
    public ChatId chat() {
        return state.chat();
    }

    @Override
    public Set<AccountId> recipients() {
        return Set.of(state.account());
    }
}
