package app.charla.ui.account;

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

    DevicesPage(SessionService sessions, SignOut signOut) {
        super(NAME);
        add(new SessionsSection(sessions, signOut, SignedIn.required()));
    }
}
