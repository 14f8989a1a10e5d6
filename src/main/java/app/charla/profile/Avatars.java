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
 * The pictures by which people are known.
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
     * Makes a picture the one by which the actor is known.
     *
     * @param uploaded a picture of any size; its middle is taken
     * @throws app.charla.core.InvalidException if it is no picture, or too large a one
     * @throws app.charla.core.TooManyRequestsException if the actor changed it too often lately
     */
    public Account change(AccountId actor, byte[] uploaded) {
        changes.consume(actor);
        byte[] drawn = AvatarImage.render(uploaded);
        return accounts.changeAvatar(actor, name(drawn), () -> avatars.save(new AvatarEntity(actor, drawn)));
    }

    /** Lets the actor be known by their initials. */
    public Account remove(AccountId actor) {
        return accounts.changeAvatar(actor, null, () -> avatars.deleteById(actor.value()));
    }

    /**
     * The picture by which somebody is known.
     *
     * @param name what it is called
     * @throws NotFoundException if they have none of that name, or the two share no space
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
