package app.charla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

/** The texts of the bundles with their plurals. */
class IcuMessageSourceTest {

    private final MessageSource texts = new Bundles().messageSource();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    es | share.count.before | 1     | Y el anterior
                    es | share.count.before | 4     | Y los 4 anteriores
                    en | share.count.before | 1     | And the previous one
                    en | share.count.before | 4     | And the previous 4
                    es | invites.used       | 0     | sin usar
                    es | invites.used       | 1     | usada una vez
                    es | invites.used       | 12345 | usada 12.345 veces
                    en | tokens.days        | 1     | 1 day
                    fr | tokens.days        | 30    | 30 días
                    """)
    void pluralsFollowTheLanguage(String language, String key, int count, String expected) {
        assertThat(texts.getMessage(key, new Object[] {count}, Locale.of(language)))
                .isEqualTo(expected);
    }

    @Test
    void aTextWithoutArgumentsKeepsItsPlaceholders() {
        assertThat(texts.getMessage("tokens.days", null, Locale.ENGLISH)).startsWith("{0, plural,");
    }

    @Test
    void whatIsFilledInIsNotAPattern() {
        assertThat(texts.getMessage("search.scope", new Object[] {"{1} it's # '{'"}, Locale.ENGLISH))
                .isEqualTo("In {1} it's # '{' ✕");
    }
}
