package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceTransaction;
import java.util.Set;

/** A member's read marker or own settings of a chat changed. Sent to the member's own devices only. */
public record ReadMarkerMoved(SpaceId space, long position, Membership state) implements LiveEvent {

    /** Appends the change to the journal and publishes it after the commit. */
    static Membership publish(SpaceTransaction transaction, MembershipEntity member) {
        Membership state = member.toMembership();
        long position = transaction.appendMarker(state.chat(), state.account());
        transaction.publish(new ReadMarkerMoved(transaction.space(), position, state));
        return state;
    }

    @Override
    public ChatId chat() {
        return state.chat();
    }

    @Override
    public Set<AccountId> recipients() {
        return Set.of(state.account());
    }
}
