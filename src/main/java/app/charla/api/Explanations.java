package app.charla.api;

import app.charla.account.Preferences.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Explains what went wrong in the language of whoever asked. */
@Component
class Explanations {

    private static final Logger log = LoggerFactory.getLogger(Explanations.class);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The language asked for: the first that Charla speaks, Spanish where there is none. */
    static Language language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.ES; // the container would answer with the machine's own language
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(tag -> tag.equals("es") || tag.equals("en"))
                .findFirst()
                .map(Language::ofTag)
                .orElse(Language.ES);
    }

    /** The text of {@code error.<code>}. */
    String explain(HttpServletRequest request, String code, Object... arguments) {
        Locale locale = Locale.of(language(request).tag());
        try {
            String text = ResourceBundle.getBundle("i18n/messages", locale, NO_FALLBACK)
                    .getString("error." + code);
            return new MessageFormat(text, locale).format(arguments);
        } catch (MissingResourceException unwritten) {
            log.warn("the bundle has no text for error.{} in {}", code, locale);
            return code;
        }
    }
}
