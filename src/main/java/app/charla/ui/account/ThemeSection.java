package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import app.charla.account.Preferences.Theme;
import app.charla.ui.component.Choice;
import app.charla.ui.security.SignedIn;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The theme and the language. */
class ThemeSection extends SettingsSection {

    private final transient AccountService accounts;
    private final SignedIn person;
    private Preferences preferences;

    ThemeSection(AccountService accounts, SignedIn person) {
        super("settings.theme");
        this.accounts = accounts;
        this.person = person;
        this.preferences = accounts.account(person.account()).preferences();
        Map<Theme, String> themes = new LinkedHashMap<>();
        for (Theme theme : Theme.values()) {
            themes.put(theme, getTranslation("settings.theme." + theme));
        }
        Map<Language, String> languages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            languages.put(language, getTranslation("settings.language." + language));
        }
        add(
                new Choice<>("theme", getTranslation("settings.theme"), themes, preferences.theme(), this::choose),
                new Choice<>(
                        "language",
                        getTranslation("settings.language"),
                        languages,
                        preferences.language(),
                        this::choose));
    }

    private void choose(Theme theme) {
        save(new Preferences(preferences.language(), theme));
        String name = theme.name().toLowerCase(Locale.ROOT);
        getElement()
                .executeJs(
                        "if ($0 === 'system') delete document.documentElement.dataset.theme;"
                                + " else document.documentElement.dataset.theme = $0;",
                        name);
    }

    private void choose(Language language) {
        save(new Preferences(language, preferences.theme()));
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private void save(Preferences wanted) {
        preferences = accounts.choose(person.account(), wanted).preferences();
    }
}
