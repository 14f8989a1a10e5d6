package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.ui.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** How Charla looks, speaks and sounds. */
@Route(value = AppearancePage.NAME, layout = SettingsFrame.class)
@PermitAll
class AppearancePage extends SettingsPage implements LiveUpdates.SpacesPanel {

    static final String NAME = "appearance";

    private final transient AccountService accounts;
    private final Div sections = new Div();
    private Liking liking;

    AppearancePage(AccountService accounts, LiveUpdates updates) {
        super(NAME);
        this.accounts = accounts;
        updates.attend(this);
        sections.addClassName("sections");
        add(sections);
        liking = show();
    }

    private Liking show() {
        var present = new Liking(accounts, SignedIn.required());
        sections.removeAll();
        sections.add(
                new LookSection(present),
                new LanguageSection(present),
                new SoundSection(present),
                new LookFileSection(present));
        return present;
    }

    @Override
    public void preferencesChanged() {
        if (liking.isOutdated()) {
            liking = show();
        }
    }
}
