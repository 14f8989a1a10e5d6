package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** How Charla looks and speaks. */
@Route(value = AppearancePage.NAME, layout = SettingsFrame.class)
@PermitAll
class AppearancePage extends SettingsPage {

    static final String NAME = "appearance";

    AppearancePage(AccountService accounts) {
        super(NAME);
        add(new ThemeSection(accounts, SignedIn.required()));
    }
}
