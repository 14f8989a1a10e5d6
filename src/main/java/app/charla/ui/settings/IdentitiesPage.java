package app.charla.ui.settings;

import app.charla.account.IdentityProviders;
import app.charla.account.IdentityService;
import app.charla.account.Reauthentication;
import app.charla.ui.Addresses;
import app.charla.ui.oauth.ProviderAddresses;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of external identities. */
@Route(value = IdentitiesPage.NAME, layout = SettingsFrame.class)
@PermitAll
class IdentitiesPage extends SettingsPage {

    static final String NAME = "identities";

    IdentitiesPage(
            IdentityService identities,
            IdentityProviders providers,
            ProviderAddresses addresses,
            Reauthentication reauthentication) {
        super(NAME);
        add(new IdentitiesSection(identities, providers, addresses, reauthentication, "/" + Addresses.settings(NAME)));
    }
}
