package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;

/** How others see one. The bare address of the settings shows it where there is room beside the list of pages. */
@Route(value = ProfilePage.NAME, layout = SettingsFrame.class)
@RouteAlias(value = "", layout = SettingsFrame.class)
@PermitAll
class ProfilePage extends SettingsPage {

    static final String NAME = "profile";

    ProfilePage(AccountService accounts) {
        super(NAME);
        add(new NameSection(accounts, SignedIn.required()));
    }
}
