package app.charla.profile;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where else a person is to be found.
 *
 * @param address of https, as {@link LinkAddress} writes it
 * @param proof how it is proved that this is the person's, or null where it is not
 * @param checkedAt when their page was looked at for the last time, or null if it never was
 */
public record ProfileLink(
        UUID id,
        URI address,
        Visibility visibility,
        @Nullable Proof proof,
        @Nullable Instant checkedAt) {

    /** Who sees it. */
    public enum Visibility {
        /** Whoever is in a space with the person. */
        SPACES,
        /** Whoever is in a private chat or a group with the person. */
        CHATS,
        /** Nobody else. */
        ME
    }

    /** What a proof is. */
    public enum Proof {
        /** The page links back with {@code rel="me"}, so that whoever writes it says the same. */
        BACKLINK,
        /** The person signs in by the very account that the address is of. */
        PROVIDER
    }

    ProfileLink with(@Nullable Proof other) {
        return new ProfileLink(id, address, visibility, other, checkedAt);
    }
}
