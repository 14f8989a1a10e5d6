package app.charla;

import app.charla.account.Preferences.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of both doors, in Spanish and English; Spanish for whoever speaks neither. A text is a
 * {@link java.text.MessageFormat} only when it is asked for with arguments, so texts use typographic apostrophes.
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
