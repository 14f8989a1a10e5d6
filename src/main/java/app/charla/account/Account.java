package app.charla.account;

import app.charla.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it. Others see its {@link Profile}.
 *
 * @param avatar the name of the avatar, or null for none
 * @param email normalized to lower case, or null for none
 */
public record Account(
        AccountId id,
        String username,
        String name,
        @Nullable String avatar,
        @Nullable String email,
        Preferences preferences,
        Instant createdAt) {

    /** The part that others may see. */
    public Profile profile() {
        return new Profile(id, username, name, avatar);
    }
}
