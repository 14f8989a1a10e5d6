package app.charla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.ui.Palette.Scheme;
import app.charla.ui.Palette.Shades;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {

    /** The colour of quiet text on the tint, from the style sheet. */
    private static String text(Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> "#5b6173";
            case DARK -> "#a0a5bb";
            case LIGHT_CONTRAST -> "#333333";
            case DARK_CONTRAST -> "#d6d6d6";
        };
    }

    static Stream<String> accents() {
        var random = new Random(20_26);
        Stream<String> twenty = Stream.generate(() -> "#%06x".formatted(random.nextInt(0x1000000)))
                .limit(20);
        return Stream.concat(
                twenty, Stream.of("#000000", "#ffffff", "#ffff00", "#00ff00", "#0000ff", "#ff0000", "#808080"));
    }

    @ParameterizedTest
    @MethodSource("accents")
    void makesEveryAccentLegibleOnEverySurface(String accent) {
        for (Scheme scheme : Scheme.values()) {
            Shades shades = new Palette(accent).on(scheme);

            for (String surface : scheme.surfaces()) {
                assertLegible(shades.accent(), surface, scheme);
                assertLegible(shades.strong(), surface, scheme);
            }
            assertLegible(shades.accent(), shades.tint(), scheme);
            assertLegible(shades.onTint(), shades.tint(), scheme);
            assertLegible(shades.onAccent(), shades.accent(), scheme);
            assertLegible(shades.onAccent(), shades.strong(), scheme);
            assertLegible(text(scheme), shades.tint(), scheme);
        }
    }

    private static void assertLegible(String text, String ground, Scheme scheme) {
        assertThat(Palette.contrast(text, ground))
                .as("%s on %s, %s", text, ground, scheme)
                .isGreaterThanOrEqualTo(scheme.contrast());
    }

    @Test
    void keepsALegibleColour() {
        assertThat(new Palette("#4a4ac0").on(Scheme.LIGHT).accent()).isEqualTo("#4a4ac0");
    }

    @Test
    void computesTheContrastOfBlackOnWhite() {
        assertThat(Palette.contrast("#000000", "#ffffff")).isEqualTo(21);
    }

    @Test
    void writesOnlyColoursIntoTheStyleSheet() {
        assertThat(new Palette("#aa3355").css())
                .matches("(?:--charla-[a-z-]+:light-dark\\(#[0-9a-f]{6},#[0-9a-f]{6}\\);|\\}"
                        + "|html:root(?:\\[data-theme='contrast'])?\\{|@media \\(prefers-contrast:more\\)\\{)+");
    }
}
