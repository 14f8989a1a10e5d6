package app.charla.account;

import app.charla.core.ConflictException;
import org.springframework.stereotype.Component;

/** The sign-in methods of an account (identities, passkeys, password), of which at least one must remain. */
@Component
class SignInMethods {

    private final IdentityRepository identities;
    private final IdentityProviders providers;
    private final PasskeyRepository passkeys;

    SignInMethods(IdentityRepository identities, IdentityProviders providers, PasskeyRepository passkeys) {
        this.identities = identities;
        this.providers = providers;
        this.passkeys = passkeys;
    }

    /**
     * The number of methods that work: identities whose provider is configured and, unless people sign in by identity
     * providers only, passkeys and the password.
     */
    long count(AccountEntity account) {
        long linked = identities.findByAccountIdOrderByLinkedAt(account.id().value()).stream()
                .filter(identity ->
                        providers.findByIssuer(identity.toIdentity().issuer()).isPresent())
                .count();
        return providers.isExclusive()
                ? linked
                : linked + passkeys.countByAccountId(account.id().value()) + (account.hasPassword() ? 1 : 0);
    }

    /**
     * Checks that a method is left. Called after one was removed, in the same transaction.
     *
     * @throws ConflictException if none is left
     */
    void requireOne(AccountEntity account) {
        if (count(account) == 0) {
            throw new ConflictException("ways-in.last");
        }
    }
}
