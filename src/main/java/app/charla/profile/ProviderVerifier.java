package app.charla.profile;

import app.charla.account.Identity;
import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProvider.Protocol;
import app.charla.account.IdentityProviders;
import app.charla.account.IdentityService;
import app.charla.core.AccountId;
import app.charla.profile.ProfileLink.Proof;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Verifies links to the pages of sign-in provider accounts: at GitHub, the page of the linked username. It holds as long as
 * the account is linked; a username that was changed there is updated at the next sign-in.
 */
@Component
class ProviderVerifier {

    private final IdentityService identities;
    private final IdentityProviders providers;

    ProviderVerifier(IdentityService identities, IdentityProviders providers) {
        this.identities = identities;
        this.providers = providers;
    }

    /** Returns the person's own pages at their sign-in providers. */
    List<URI> pages(AccountId person) {
        return providers.all().isEmpty()
                ? List.of()
                : identities.identities(person).stream()
                        .filter(this::hasPage)
                        .map(identity -> URI.create(identity.issuer() + "/" + identity.username()))
                        .toList();
    }

    private boolean hasPage(Identity identity) {
        return identity.username() != null
                && providers
                        .findByIssuer(identity.issuer())
                        .map(IdentityProvider::protocol)
                        .filter(Protocol.GITHUB::equals)
                        .isPresent();
    }

    /** Returns the links, with those to such pages marked as verified. */
    List<ProfileLink> markProven(AccountId person, List<ProfileLink> links) {
        if (links.isEmpty()) {
            return links;
        }
        List<String> pages =
                pages(person).stream().map(ProviderVerifier::lowerCase).toList();
        return links.stream()
                .map(link -> pages.stream().anyMatch(page -> LinkAddress.isSame(page, lowerCase(link.address())))
                        ? link.with(Proof.PROVIDER)
                        : link)
                .toList();
    }

    /** Usernames there are case-insensitive. */
    private static String lowerCase(URI address) {
        return address.toString().toLowerCase(Locale.ROOT);
    }
}
