package app.charla;

import app.charla.account.Preferences.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Message bundles of the UI and the REST API, in Spanish and English; Spanish for all other languages. Texts are patterns
 * of ICU's message format with typographic apostrophes.
 */
@Configuration
class Bundles {

    @Bean
    MessageSource messageSource() {
        var source = new IcuMessageSource();
        source.setBasename("i18n/messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.of(Language.ES.tag()));
        return source;
    }
}
