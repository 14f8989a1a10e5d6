package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** How Charla looks, speaks and sounds. */
@Route(value = AppearancePage.NAME, layout = SettingsFrame.class)
@PermitAll
class AppearancePage extends SettingsPage {

    static final String NAME = "appearance";

    AppearancePage(AccountService accounts) {
        super(NAME);
        var liking = new Liking(accounts, SignedIn.required());
        add(
                new LookSection(liking),
                new LanguageSection(liking),
                new SoundSection(liking),
                new LookFileSection(liking));
    }
}
