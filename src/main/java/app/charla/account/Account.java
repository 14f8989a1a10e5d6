package app.charla.account;

import app.charla.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it. What others may see is its {@link Profile}.
 *
 * @param avatar what the picture is called by which others know them, or null
 * @param email normalised to lower case, or null when none was given
 */
public record Account(
        AccountId id,
        String username,
        String name,
        @Nullable String avatar,
        @Nullable String email,
        Preferences preferences,
        Instant createdAt) {

    /** What others may see. */
    public Profile profile() {
        return new Profile(id, username, name, avatar);
    }
}
