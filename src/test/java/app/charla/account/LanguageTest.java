package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.Preferences.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9        | EN",
                "fr,en;q=0.5,es;q=0.7  | ES",
                "fr-CA,en;q=0.5        | EN",
                "es-MX                 | ES",
                "de,*;q=0.1            | ES",
                "english, please       | ES",
                "''                    | ES",
            })
    void isTheFirstSupportedOneOfAcceptLanguage(String header, Language language) {
        assertThat(Language.ofAcceptLanguage(header)).isEqualTo(language);
    }

    @Test
    void isSpanishWithoutAcceptLanguage() {
        assertThat(Language.ofAcceptLanguage(null)).isEqualTo(Language.ES);
    }
}
