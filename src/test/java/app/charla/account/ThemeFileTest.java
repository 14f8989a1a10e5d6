package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.core.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeFileTest {

    private static final AppearanceSettings OWN =
            new AppearanceSettings(Theme.DARK, "#aa3355", TextSize.LARGE, Density.COMPACT, false);

    @Test
    void readsWhatItWrote() {
        assertThat(ThemeFile.read(ThemeFile.write(OWN))).isEqualTo(OWN);
        assertThat(ThemeFile.read(ThemeFile.write(AppearanceSettings.DEFAULT))).isEqualTo(AppearanceSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#aa3355;}body{display:none",
                "red",
                "url(https://evil.example/x)",
                "</style><script>alert(1)</script>",
                "#aa335",
                "#aa33550",
                "#aa3355\\n"
            })
    void rejectsAccentsThatAreNotColors(String accent) {
        assertRefused(ThemeFile.write(OWN).replace("#aa3355", accent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "nonsense",
                "{\"kind\":\"charla-theme\"}",
                "{\"kind\":\"charla-theme\",\"version\":1,\"theme\":null,\"accent\":null,\"textSize\":\"LARGE\","
                        + "\"density\":\"COMPACT\",\"spaceColors\":true}"
            })
    void rejectsOtherContent(String file) {
        assertRefused(file);
    }

    @Test
    void rejectsUnknownValues() {
        String file = ThemeFile.write(OWN);
        assertRefused(file.replace("\"DARK\"", "\"NEON\""));
        assertRefused(file.replace("\"DARK\"", "2"));
        assertRefused(file.replace("\"version\" : 1", "\"version\" : 2"));
        assertRefused(file.replace("charla-theme", "other-theme"));
        assertRefused(file.replace("\"LARGE\"", "{\"size\":1}"));
        assertRefused(file.replace("false", "\"false\""));
        assertRefused(file.replace("false", "null"));
    }

    @Test
    void rejectsUnknownPropertiesAndLargeFiles() {
        String file = ThemeFile.write(OWN);
        assertRefused(file.replaceFirst("\\{", "{\"css\":\"body{}\","));
        assertRefused(file.replaceFirst("\\{", "{\"accent\":\"#000000\","));
        assertRefused(file + "{}");
        assertRefused(file + " ".repeat(ThemeFile.MAX_BYTES));
        assertRefused("[".repeat(2_000));
    }

    private static void assertRefused(String file) {
        assertThatThrownBy(() -> ThemeFile.read(file)).isInstanceOf(InvalidException.class);
    }
}
