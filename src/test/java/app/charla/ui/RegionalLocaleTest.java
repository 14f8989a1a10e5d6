package app.charla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.Preferences.Language;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times in the language of the UI with the habits of the browser's region. */
class RegionalLocaleTest {

    private static final Instant MORNING = Instant.parse("2026-11-30T08:34:00Z");

    @ParameterizedTest
    @CsvSource({
        "EN, en-GB, en-GB",
        "EN, en, en",
        "ES, es-419, es-419",
        "ES, en-US, es-US-u-hc-h12",
        "EN, es-ES, en-ES-u-hc-h23",
        "EN, ja, en-u-hc-h23",
        "ES, *, es",
        "ES, !!, es",
        "ES, , es",
        "EN, en-Latn-GB-u-ca-buddhist-x-odd, en-GB"
    })
    void takesTheRegionOfTheBrowser(Language language, String acceptLanguage, String expected) {
        assertThat(RegionalLocale.of(language, acceptLanguage).toLanguageTag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EN | en-GB,en;q=0.9                 | 30 Nov 2026, 08:34
                    EN | en-US,en;q=0.9,en-GB;q=0.8     | Nov 30, 2026, 8:34 AM
                    EN | en;q=0.5,de-DE;q=0.9           | 30 Nov 2026, 08:34
                    ES | es-ES,es;q=0.9                 | 30 nov 2026, 8:34
                    ES | es-MX                          | 30 nov 2026, 8:34 a.m.
                    ES | en-GB                          | 30 nov 2026, 8:34
                    """)
    void writesDateAndTimeAsTheRegionDoes(Language language, String acceptLanguage, String expected) {
        Locale locale = RegionalLocale.of(language, acceptLanguage);

        assertThat(RegionalLocale.dateTime(MORNING, locale).replaceAll("[\\h]", " "))
                .isEqualTo(expected);
    }
}
