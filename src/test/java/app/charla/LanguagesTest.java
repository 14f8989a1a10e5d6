package app.charla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles: every text exists in Spanish and in English. */
class LanguagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");

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
