package app.charla.ui.live;

import app.charla.account.Profile;
import app.charla.core.AccountId;
import app.charla.presence.Presence;
import app.charla.space.SpaceProgressed;
import java.util.List;

/**
 * A listener to changes that concern the account of the tab, whichever space is open: its spaces, preferences, share
 * requests, blocks and security alerts, and the presence and avatars of people on the screen. Called in the UI's thread.
 */
public interface AccountListener {

    /** The list of the account's spaces, their names or their unread counts may have changed. */
    default void spacesChanged() {}

    /** A space that the account requested made progress. */
    default void spaceProgressed(SpaceProgressed step) {}

    /** The account is no longer a member of the open space. */
    default void membershipRevoked() {}

    /** The account's preferences changed. */
    default void preferencesChanged() {}

    /** The presence of people on the screen changed. */
    default void presenceChanged(List<Presence> changes) {}

    /** Returns whether the avatar of a person is shown now. Called on any thread and must not block. */
    default boolean showsAvatarOf(AccountId person) {
        return false;
    }

    /** The avatar of a person who is shown changed. */
    default void avatarChanged(Profile person) {}

    /** The open requests to share messages of the account may have changed. */
    default void shareRequestsChanged() {}

    /** The security alerts of the account may have changed. */
    default void securityAlertsChanged() {}

    /** The account blocked or unblocked somebody, or was blocked or unblocked. */
    default void blocksChanged() {}
}
