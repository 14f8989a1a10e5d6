package app.charla.ui.account;

import app.charla.account.PersonalTokens;
import app.charla.account.Proof;
import app.charla.account.SessionService;
import app.charla.ui.SignOut;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where one is signed in. */
@Route(value = DevicesPage.NAME, layout = SettingsFrame.class)
@PermitAll
class DevicesPage extends SettingsPage {

    static final String NAME = "devices";

    DevicesPage(SessionService sessions, PersonalTokens tokens, Proof proof, SignOut signOut) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(new SessionsSection(sessions, proof, signOut, person));
        add(new TokensSection(tokens, proof, person));
    }
}
