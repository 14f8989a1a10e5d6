package app.charla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.InvalidException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the query language: each one that the interface names is understood, in either language. */
class SearchQueryTest {

    private static final List<String> OPERATORS = List.of("has", "tiene", "TIENE");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void understandsWhatTheErrorOfAFilterNames(String language) {
        String error = text(language, "error.search.has");
        List<String> named = List.of(error.substring(error.indexOf(':') + 1)
                .replaceFirst("^.*?(use|poner) ", "")
                .replaceFirst(", (not|no) \\{0}\\.$", "")
                .split(", | or | o "));

        assertThat(named).hasSize(6);
        for (String operator : OPERATORS) {
            assertThat(named)
                    .allSatisfy(
                            value -> assertThat(filters(operator + ":" + value)).hasSize(1));
        }
        assertThat(named.stream().map(value -> filters("has:" + value)).distinct())
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void understandsTheOperatorsOfTheHelp(String language) {
        List<String> examples = Pattern.compile("-?\\p{L}+:[\\p{L}\\p{N}…-]+")
                .matcher(text(language, "search.how"))
                .results()
                .map(MatchResult::group)
                .map(example -> example.replace("…", "2026-01-31"))
                .toList();

        assertThat(examples).hasSize(10);
        assertThat(examples)
                .allSatisfy(example -> assertThat(SearchQuery.parse(example).words())
                        .as(example)
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "tiene:vídeo, VIDEO", "tiene:video, VIDEO", "has:video, VIDEO", "tiene:reaccion, REACTION",
                "has:Reaction, REACTION",
        "tiene:foto, IMAGE", "has:photo, IMAGE", "tiene:voz, AUDIO", "es:fijado, PINNED", "is:pinned, PINNED"
    })
    void understandsFiltersWithoutAccents(String query, MessageFilter expected) {
        assertThat(filters(query)).containsExactly(expected);
        assertThat(filters(Normalizer.normalize(query, Normalizer.Form.NFD))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"después:2026-01-31", "despues:2026-01-31", "Después:2026-01-31", "after:2026-01-31"})
    void understandsOperatorsWithoutAccents(String query) {
        assertThat(SearchQuery.parse(query).after()).isEqualTo("2026-02-01");
        assertThat(SearchQuery.parse(Normalizer.normalize(query, Normalizer.Form.NFD))
                        .after())
                .isEqualTo("2026-02-01");
    }

    @Test
    void namesTheOperatorAsItWasWritten() {
        assertThatThrownBy(() -> SearchQuery.parse("tren de:"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        wrong -> assertThat(wrong.arguments()).containsExactly("de"));
    }

    private static Set<MessageFilter> filters(String query) {
        return SearchQuery.parse(query).filters();
    }

    private static String text(String language, String key) {
        return ResourceBundle.getBundle("i18n/messages", Locale.of(language)).getString(key);
    }
}
