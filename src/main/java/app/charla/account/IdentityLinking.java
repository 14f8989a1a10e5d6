package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Linking at sign-in: links an identity to an existing account with the same verified e-mail, once the person has
 * authenticated to that account. Where people sign in by identity providers only, this is the one use of a password or a
 * passkey that is left, and it needs an identity that a provider has just asserted.
 */
@Service
public class IdentityLinking {

    private final PasswordAuthentication passwords;
    private final Passkeys passkeys;
    private final IdentityService identities;

    IdentityLinking(PasswordAuthentication passwords, Passkeys passkeys, IdentityService identities) {
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.identities = identities;
    }

    /**
     * Links the account that the password belongs to.
     *
     * @param code a code of the second factor; null if the person was not asked for one yet
     * @throws SignInFailedException if no account with that e-mail has this password; a {@link CodeRequiredException} if
     *     only a code is missing
     * @throws TooManyRequestsException if this e-mail or this address failed too often lately
     * @throws ForbiddenException if the domain of the e-mail is not allowed
     */
    public AccountId linkByPassword(ExternalIdentity identity, String password, @Nullable String code, Client client) {
        String email = identity.verifiedEmail().orElseThrow(SignInFailedException::new);
        return link(passwords.authenticate(email, password, code, client).id(), identity, client.address());
    }

    /**
     * Links the account that the passkey belongs to.
     *
     * @param address the network address of the request, for the rate limits
     * @throws SignInFailedException if the passkey is unknown, or its account does not have that e-mail
     * @throws TooManyRequestsException if this address failed too often lately
     * @throws ForbiddenException if the domain of the e-mail is not allowed
     */
    public AccountId linkByPasskey(
            ExternalIdentity identity, Passkeys.AuthenticationRequest request, String response, String address) {
        return link(passkeys.authenticate(request, response, address), identity, address);
    }

    private AccountId link(AccountId account, ExternalIdentity identity, String address) {
        if (!identities.linkIfSameEmail(account, identity, address)) {
            throw new SignInFailedException();
        }
        return account;
    }
}
