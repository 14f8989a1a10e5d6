package app.charla.account;

import app.charla.core.ConflictException;
import org.springframework.stereotype.Component;

/** The ways into an account. One may go while another is left. */
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

    /** How many there are that work: an identity needs a provider that stands in the settings, the others must be let. */
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
     * To be called, in the same transaction, once one of them was taken away.
     *
     * @throws ConflictException if it was the last one
     */
    void requireOne(AccountEntity account) {
        if (count(account) == 0) {
            throw new ConflictException("ways-in.last");
        }
    }
}
