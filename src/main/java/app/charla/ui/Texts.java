package app.charla.ui;

import app.charla.account.Preferences.Language;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of the UI, from the bundles. A text without arguments is returned unformatted, with its placeholders. */
@Component
public class Texts implements I18NProvider {

    private static final List<Locale> LOCALES =
            Arrays.stream(Language.values()).map(Texts::localeOf).toList();

    private static final Set<String> KEYS = Set.copyOf(
            ResourceBundle.getBundle("i18n/messages", localeOf(Language.ES)).keySet());

    private final transient MessageSource bundles;

    Texts(MessageSource bundles) {
        this.bundles = bundles;
    }

    /** Returns the keys of all texts; every language has the same. */
    static Set<String> keys() {
        return KEYS;
    }

    /** Returns the locale of a language, without a country: dates and numbers follow the browser's own habits. */
    public static Locale localeOf(Language language) {
        return Locale.of(language.tag());
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public Locale getDefaultLocale() {
        return localeOf(Language.ES);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return bundles.getMessage(key, arguments, locale);
    }
}
