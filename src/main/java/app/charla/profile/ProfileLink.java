package app.charla.profile;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of a profile to another page of the person.
 *
 * @param address an HTTPS URL, normalized by {@link LinkAddress}
 * @param proof how it was verified that the page is the person's; null if it is not verified
 * @param checkedAt when the page was fetched last to verify it; null for never
 */
public record ProfileLink(
        UUID id,
        URI address,
        Visibility visibility,
        @Nullable Proof proof,
        @Nullable Instant checkedAt) {

    /** The people who may see a link. */
    public enum Visibility {
        /** Everybody who shares a space with the person. */
        SPACES,
        /** Everybody who shares a private chat or a group with the person. */
        CHATS,
        /** Only the person. */
        ME
    }

    /** The way in which a link was verified. */
    public enum Proof {
        /** The page links back to the profile with {@code rel="me"}. */
        BACKLINK,
        /** The page is that of a provider account by which the person signs in. */
        PROVIDER
    }

    ProfileLink with(@Nullable Proof other) {
        return new ProfileLink(id, address, visibility, other, checkedAt);
    }
}
