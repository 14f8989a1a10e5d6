package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Links whom a provider vouched for with the account that gave the same verified e-mail, once it is proved. This is what
 * a password or a passkey is still good for where people come by providers only: it opens nothing but this one link, and
 * only to who comes by a provider at this moment.
 */
@Service
public class IdentityLinking {

    private final AccountService accounts;
    private final Passkeys passkeys;
    private final IdentityService identities;

    IdentityLinking(AccountService accounts, Passkeys passkeys, IdentityService identities) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.identities = identities;
    }

    /**
     * Links the account that a password proves.
     *
     * @param code of the second factor; null if the person was not asked for one yet
     * @param address the network address asking, for the limits
     * @throws SignInFailedException if no account with that e-mail has this password; a {@link CodeRequiredException} if
     *     only a code is missing
     * @throws TooManyRequestsException if this e-mail or this address failed too often lately
     * @throws ForbiddenException if the e-mail is of no allowed domain
     */
    public AccountId linkByPassword(ExternalIdentity identity, String password, @Nullable String code, String address) {
        String email = identity.verifiedEmail().orElseThrow(SignInFailedException::new);
        return link(accounts.authenticate(email, password, code, address).id(), identity, address);
    }

    /**
     * Links the account that a passkey proves.
     *
     * @param address the network address asking, for the limits
     * @throws SignInFailedException if the passkey is not known, or not of an account with that e-mail
     * @throws TooManyRequestsException if this address failed too often lately
     * @throws ForbiddenException if the e-mail is of no allowed domain
     */
    public AccountId linkByPasskey(
            ExternalIdentity identity, Passkeys.AuthenticationRequest question, String answer, String address) {
        return link(passkeys.authenticate(question, answer, address), identity, address);
    }

    private AccountId link(AccountId proved, ExternalIdentity identity, String address) {
        if (!identities.linkIfSameEmail(proved, identity, address)) {
            throw new SignInFailedException();
        }
        return proved;
    }
}
