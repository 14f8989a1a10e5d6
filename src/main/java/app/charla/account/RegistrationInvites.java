package app.charla.account;

import app.charla.account.RegistrationRules.Inviters;
import app.charla.core.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invites as tickets for registration. Spaces issue them and know nothing that this package may depend on, so the package
 * {@code space} implements it.
 */
public interface RegistrationInvites {

    /**
     * Checks that an invite entitles to an account.
     *
     * @param token null if the newcomer has none
     * @throws app.charla.core.ForbiddenException if it does not exist, is not open any more, or its issuer does not count
     */
    void check(@Nullable String token, Inviters inviters);

    /**
     * Counts a use of the invite and makes the new account a member of its space, in the caller's transaction.
     *
     * @return the identifier of the invite
     * @throws app.charla.core.ForbiddenException as {@link #check}, also if another newcomer had the last use just now
     */
    UUID redeem(AccountId newcomer, @Nullable String token, Inviters inviters);
}
