package app.charla;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles: every text exists in Spanish and in English, with the same arguments and in the words of the glossary. */
class LanguagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");

    private static final Pattern UNWANTED = Pattern.compile(
            "(?iU)\\b(vosotros|vosotras|os|vuestr[oa]s?|podéis|podréis|tenéis|fichero|ficheros|video|videos|email|e-mail"
                    + "|propietarios?|propietarias?|administradora?|administradores|administradoras|dueñ[oa]s?|clic)\\b");

    @ParameterizedTest
    @MethodSource("spanishBundles")
    void bundlesHaveTheSameKeys(Path spanish) {
        var english = spanish.resolveSibling(spanish.getFileName().toString().replace("_es.", "_en."));

        assertThat(textsOf(english).keySet()).isEqualTo(textsOf(spanish).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void textsAreNotBlank(Path bundle) {
        assertThat(textsOf(bundle))
                .isNotEmpty()
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bundleNamesEndWithALanguage(Path bundle) {
        assertThat(bundle.getFileName().toString()).matches(".+_(es|en)\\.properties");
    }

    @ParameterizedTest
    @MethodSource("spanishBundles")
    void textsTakeTheSameArguments(Path spanish) {
        var english =
                textsOf(spanish.resolveSibling(spanish.getFileName().toString().replace("_es.", "_en.")));

        textsOf(spanish).forEach((key, text) -> {
            String other = english.getOrDefault(key, "");
            assertThat(arguments(key, text)).as(key).isEqualTo(arguments(key, other));
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreTypographic(Path bundle) {
        assertThat(textsOf(bundle))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    /** The words of the glossary (src/docs/glossary.md) that are easily forgotten. */
    @ParameterizedTest
    @MethodSource("spanishBundles")
    void spanishIsThatOfEverybody(Path spanish) {
        assertThat(textsOf(spanish))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(UNWANTED));
    }

    /** Returns the indices of a text's arguments, once it has been parsed. */
    private static Set<Integer> arguments(String key, String text) {
        var indices = new TreeSet<Integer>();
        var pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            assertThat(part.getType()).as(key).isNotEqualTo(MessagePattern.Part.Type.ARG_NAME);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                indices.add(part.getValue());
            }
        }
        return indices;
    }

    static Stream<Path> spanishBundles() throws IOException {
        return bundles().filter(file -> file.toString().endsWith("_es.properties"));
    }

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList().stream();
        }
    }

    private static TreeMap<String, String> textsOf(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sorted = new TreeMap<String, String>();
        texts.forEach((key, text) -> sorted.put((String) key, (String) text));
        return sorted;
    }
}
