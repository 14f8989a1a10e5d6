package app.charla;

import app.charla.account.Preferences.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Message bundles of the UI and the REST API, in Spanish and English; Spanish for all other languages. A text is a
 * {@link java.text.MessageFormat} only when it is requested with arguments, so texts use typographic apostrophes.
 */
@Configuration
class Bundles {

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("i18n/messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.of(Language.ES.tag()));
        return source;
    }
}
