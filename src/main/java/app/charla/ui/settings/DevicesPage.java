package app.charla.ui.settings;

import app.charla.account.AccessTokens;
import app.charla.account.Reauthentication;
import app.charla.account.SessionService;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of sessions. */
@Route(value = DevicesPage.NAME, layout = SettingsFrame.class)
@PermitAll
class DevicesPage extends SettingsPage {

    static final String NAME = "devices";

    DevicesPage(SessionService sessions, AccessTokens tokens, Reauthentication reauthentication, SignOut signOut) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(new SessionsSection(sessions, reauthentication, signOut, person));
        add(new TokensSection(tokens, reauthentication, person));
    }
}
