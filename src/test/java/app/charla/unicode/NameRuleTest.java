package app.charla.unicode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3164\u3164\u3164",
                "\u200B",
                "\u2800",
                "\u00AD",
                "\uFE0F",
                "\u0301",
                "a\u0000b",
                "a\nb",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "abc\u202Edef",
                "abc\u2066def",
                "ab\u200Fcd",
                "ab\u200Bcd",
                "ab\u200Dcd",
                "ab\u2060cd",
                "a\uFEFFb",
                "a\uD800b",
                "a\uDC00",
                "a\uE000",
                "a\uFFFF",
                "a\u034Fb",
                "\u0301abc",
                "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306algo"
            })
    void rejectsWhatIsNotSeenOrMisleads(String text) {
        assertThatThrownBy(() -> NameRule.require("name", text, 1, 60)).isInstanceOf(InvalidException.class);
        assertThat(NameRule.isName(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "Zoë Müller-Łukasz",
                "👩‍🚀 rockets",
                "👩🏽‍🚀",
                "❤️‍🔥",
                "1️⃣ one",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿 football",
                "می‌خواهم",
                "क्‍ष",
                "ภาษาไทย",
                "हिन्दी",
                "葛󠄀城",
                "שלום",
                "Việt Nam",
                "한국어"
            })
    void acceptsWhatScriptsNeed(String text) {
        assertThat(NameRule.require("name", text, 1, 60)).isEqualTo(text);
        assertThat(NameRule.isName(text)).isTrue();
    }

    @Test
    void storesOneForm() {
        assertThat(NameRule.require("name", " Cafe\u0301\u00A0\u3000 sol ", 1, 60))
                .isEqualTo("Café sol");
        assertThat(NameRule.requireLine("topic", "uno\r\n dos\ttres ", 60, "topic.length"))
                .isEqualTo("uno dos tres");
        assertThat(NameRule.requireLine("topic", "\u3000", 60, "topic.length")).isEmpty();
    }

    @Test
    void countsCharactersNotUnits() {
        assertThat(NameRule.require("name", "🎈".repeat(60), 1, 60)).hasSize(120);
        assertThatThrownBy(() -> NameRule.require("name", "🎈".repeat(61), 1, 60))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> NameRule.requireLine("topic", "x".repeat(61), 60, "topic.length"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        refused -> assertThat(refused.code()).isEqualTo("topic.length"));
    }

    @Test
    void cleansNamesFromElsewhere() {
        assertThat(NameRule.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(NameRule.clean("a\u0000b\nc\uD800")).isEqualTo("ab c");
        assertThat(NameRule.clean("می‌خواهم.pdf")).isEqualTo("می‌خواهم.pdf");
        assertThat(NameRule.clean("👨‍👩‍👧.png")).isEqualTo("👨‍👩‍👧.png");
        assertThat(NameRule.clean("pay\u200Dpal")).isEqualTo("paypal");
        assertThat(NameRule.clean("\u3164\u3164")).isEmpty();
        assertThat(NameRule.clean("Z" + "\u0301".repeat(50))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void cleansLongTextInLinearTime() {
        assertThat(NameRule.clean("a\u200Bé".repeat(100_000))).hasSize(200_000);
    }
}
