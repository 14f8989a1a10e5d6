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
 * What the accounts prove by which people sign in: at GitHub, the page of that name. It holds as long as the account is
 * linked; a name that its owner gave up there is known to be another the next time they come by it.
 */
@Component
class ProviderVerifier {

    private final IdentityService identities;
    private final IdentityProviders providers;

    ProviderVerifier(IdentityService identities, IdentityProviders providers) {
        this.identities = identities;
        this.providers = providers;
    }

    /** The person's own pages at the providers they sign in by. */
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

    /** The links, those marked as proved that are such pages. */
    List<ProfileLink> markProven(AccountId person, List<ProfileLink> links) {
        if (links.isEmpty()) {
            return links;
        }
        List<String> pages = pages(person).stream().map(ProviderVerifier::plain).toList();
        return links.stream()
                .map(link -> pages.stream().anyMatch(page -> LinkAddress.isSame(page, plain(link.address())))
                        ? link.with(Proof.PROVIDER)
                        : link)
                .toList();
    }

    /** Names there are the same in capitals. */
    private static String plain(URI address) {
        return address.toString().toLowerCase(Locale.ROOT);
    }
}
