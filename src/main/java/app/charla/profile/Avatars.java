package app.charla.profile;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.media.AvatarImage;
import app.charla.space.SpaceService;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/**
 * Avatars: changing one's own and reading those of others.
 *
 * @see <a href="../../../../../docs/decisions/037-avatars.md">decision 037</a>
 */
@Service
public class Avatars {

    private static final int NAME_BYTES = 16;

    private final AvatarRepository avatars;
    private final AccountService accounts;
    private final ProfileDirectory profiles;
    private final SpaceService spaces;
    private final RateLimit<AccountId> changes = new RateLimit<>(20, Duration.ofHours(1));

    Avatars(AvatarRepository avatars, AccountService accounts, ProfileDirectory profiles, SpaceService spaces) {
        this.avatars = avatars;
        this.accounts = accounts;
        this.profiles = profiles;
        this.spaces = spaces;
    }

    /**
     * Changes the actor's avatar.
     *
     * @param uploaded an image of any size; its central square is taken
     * @throws app.charla.core.InvalidException if it is not an image, or too large
     * @throws app.charla.core.TooManyRequestsException if the actor changed it more than 20 times within an hour
     */
    public Account change(AccountId actor, byte[] uploaded) {
        changes.consumeAndReport(actor);
        byte[] image = AvatarImage.render(uploaded);
        return accounts.changeAvatar(actor, name(image), () -> avatars.save(new AvatarEntity(actor, image)));
    }

    /** Removes the actor's avatar; their initials are shown instead. */
    public Account remove(AccountId actor) {
        return accounts.changeAvatar(actor, null, () -> avatars.deleteById(actor.value()));
    }

    /**
     * Returns the avatar of a person as JPEG.
     *
     * @param name its content-based name, as in the profile
     * @throws NotFoundException if the person's avatar has another name, or the two share no space
     */
    public byte[] open(AccountId actor, AccountId person, String name) {
        Profile profile = profiles.getById(person);
        if (!name.equals(profile.avatar())
                || !actor.equals(person) && spaces.sharedSpaces(actor, person).isEmpty()) {
            throw new NotFoundException();
        }
        return avatars.findById(person.value())
                .orElseThrow(NotFoundException::new)
                .content();
    }

    private static String name(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
