package app.charla.ui.settings;

import app.charla.account.AccountService;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of appearance, language and sound. */
@Route(value = AppearancePage.NAME, layout = SettingsFrame.class)
@PermitAll
class AppearancePage extends SettingsPage implements AccountListener {

    static final String NAME = "appearance";

    private final transient AccountService accounts;
    private final Div sections = new Div();
    private PreferencesEditor editor;

    AppearancePage(AccountService accounts, LiveUpdates updates) {
        super(NAME);
        this.accounts = accounts;
        updates.registerWhileAttached(this);
        sections.addClassName("sections");
        add(sections);
        editor = show();
    }

    private PreferencesEditor show() {
        var present = new PreferencesEditor(accounts, SignedIn.required());
        sections.removeAll();
        sections.add(
                new ThemeSection(present),
                new LanguageSection(present),
                new SoundSection(present),
                new ThemeFileSection(present));
        return present;
    }

    @Override
    public void preferencesChanged() {
        if (editor.isOutdated()) {
            editor = show();
        }
    }
}
