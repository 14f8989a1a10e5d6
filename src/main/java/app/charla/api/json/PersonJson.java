package app.charla.api.json;

import app.charla.account.Profile;
import app.charla.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The public part of a profile.
 *
 * @param avatar path of the avatar, different for each picture; absent without one
 */
public record PersonJson(
        String id, String username, String name, @Nullable String avatar) {

    public static PersonJson of(Profile profile) {
        return new PersonJson(profile.id().toString(), profile.username(), profile.name(), avatarPath(profile));
    }

    /** Returns the path of a person's avatar; null without one. */
    static @Nullable String avatarPath(Profile person) {
        return person.avatar() == null ? null : "/v1/api/people/" + person.id() + "/avatar/" + person.avatar();
    }

    /** Returns the placeholder for a deleted account. */
    public static PersonJson gone(AccountId id) {
        return new PersonJson(id.toString(), "", "", null);
    }
}
