package app.charla.ui.settings;

import app.charla.account.AccountService;
import app.charla.account.AppearanceSettings;
import app.charla.account.Preferences;
import app.charla.ui.Appearance;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/** Editor of the preferences, shared by the sections of a page: each change is stored and applied at once. */
final class PreferencesEditor implements Serializable {

    private final transient AccountService accounts;
    private final SignedIn person;
    private Preferences shown;

    PreferencesEditor(AccountService accounts, SignedIn person) {
        this.accounts = accounts;
        this.person = person;
        this.shown = current();
    }

    /** Returns whether the preferences were changed elsewhere since this page showed them. */
    boolean isOutdated() {
        return !shown.equals(current());
    }

    Preferences current() {
        return accounts.account(person.account()).preferences();
    }

    void changeAppearance(UnaryOperator<AppearanceSettings> change) {
        change(preferences -> preferences.with(change.apply(preferences.look())));
    }

    void change(UnaryOperator<Preferences> change) {
        Preferences chosen = change.apply(current());
        shown = chosen;
        accounts.updatePreferences(person.account(), chosen);
        Appearance.of(chosen, null).applyTo(UI.getCurrent());
    }
}
