package app.charla.ui.settings;

import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import app.charla.ui.component.Choice;
import app.charla.ui.component.SelectField;
import java.util.LinkedHashMap;
import java.util.Map;

/** Language and time zone; the language decides between a 12- and a 24-hour clock. */
class LanguageSection extends SettingsSection {

    private static final String DEVICE = "";

    LanguageSection(PreferencesEditor editor) {
        super("settings.language");
        addClassName("fields");
        Preferences present = editor.current();
        Map<Language, String> languages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            languages.put(language, getTranslation("settings.language." + language));
        }
        Map<String, String> zones = new LinkedHashMap<>();
        zones.put(DEVICE, getTranslation("settings.timeZone.device"));
        Preferences.timeZones().forEach(zone -> zones.put(zone, zone.replace('_', ' ')));
        var zone = new SelectField("timeZone", getTranslation("settings.timeZone"), zones);
        zone.select(present.timeZone() == null ? DEVICE : present.timeZone());
        zone.hint(getTranslation("settings.timeZone.hint"));
        zone.onChange(wanted -> editor.change(now ->
                new Preferences(now.language(), wanted.equals(DEVICE) ? null : wanted, now.sounds(), now.look())));
        add(
                new Choice<>(
                        "language",
                        getTranslation("settings.language"),
                        languages,
                        present.language(),
                        chosen -> changeLanguage(editor, chosen)),
                zone);
    }

    private void changeLanguage(PreferencesEditor editor, Language language) {
        editor.change(now -> new Preferences(language, now.timeZone(), now.sounds(), now.look()));
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
