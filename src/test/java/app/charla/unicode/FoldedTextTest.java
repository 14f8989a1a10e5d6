package app.charla.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

    /** Cases that the page's folding is tested with, too. */
    static Stream<Arguments> foldings() throws IOException {
        try (InputStream cases = FoldedTextTest.class.getResourceAsStream("foldings.txt")) {
            String text = new String(Objects.requireNonNull(cases).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> Arguments.of((Object[]) line.split(" → ")));
        }
    }

    @ParameterizedTest
    @MethodSource("foldings")
    void foldsSpellingsOfOneWord(String text, String folded) {
        assertThat(FoldedText.fold(text)).isEqualTo(folded);
        assertThat(FoldedText.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
        assertThat(FoldedText.fold(folded)).as("folded twice").isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ภาษาไทย", "ที่นี่", "हिन्दी", "किताब", "தமிழ்", "বাংলা", "가", "が", "か"})
    void keepsVowelsAndMarksThatMakeALetter(String word) {
        assertThat(FoldedText.fold(word)).isEqualTo(Normalizer.normalize(word, Normalizer.Form.NFC));
    }

    @Test
    void pointsBackIntoTheOriginal() {
        String text = "Die Strasse: Stra\u00DFe, cafe\u0301 so\u00ADft";
        FoldedText folded = FoldedText.of(text);
        int at = folded.text().lastIndexOf("strasse");
        assertThat(text.substring(folded.origins()[at], folded.origins()[at + 7]))
                .isEqualTo("Straße");
        at = folded.text().indexOf("cafe");
        assertThat(text.substring(folded.origins()[at], folded.origins()[at + 4]))
                .isEqualTo("cafe\u0301");
        assertThat(folded.origins()[folded.text().length()]).isEqualTo(text.length());
    }

    @Test
    void knowsWhatFoldsToItselfOnly() {
        assertThat(FoldedText.isUniform("他们")).isTrue();
        for (String other : new String[] {"月", "カ", "が", "한", "ア", "a", "ไ"}) { // ㊊ ｶ か゛ decomposed
            assertThat(FoldedText.isUniform(other)).as(other).isFalse();
        }
    }

    @Test
    void survivesAnyText() {
        for (String text : new String[] {"\uD800", "a\uDC00b", "\u0301", "\u0301\u0302", "", "\u0000", "\uFDFA"}) {
            FoldedText folded = FoldedText.of(text);
            assertThat(folded.origins()[folded.text().length()]).isEqualTo(text.length());
        }
    }

    @Test
    void separatesWords() {
        assertThat(FoldedText.words("ana.torres_Ruiz-Peña")).isEqualTo(" ana torres ruiz pena");
        assertThat(FoldedText.words("%_.")).isEmpty();
    }
}
