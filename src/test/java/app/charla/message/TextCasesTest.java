package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.markdown.InvisibleText;
import app.charla.markdown.MarkdownText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts, and what both the server and the page must make of them: {@code text-cases.json}, which
 * {@code frontend/test/text/text-cases.test.ts} reads, too.
 */
class TextCasesTest {

    private static final JsonNode FILE = file();
    private static final Set<String> USERNAMES = Set.copyOf(strings(FILE.get("usernames")));

    private static final int LENGTH = 20_000;

    private static JsonNode file() {
        try (InputStream cases = TextCasesTest.class.getResourceAsStream("/text-cases.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(cases));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static List<JsonNode> cases() {
        return FILE.get("cases").valueStream().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsMentionsAndLinks(JsonNode each) {
        String text = each.get("text").asString();
        List<String> links = strings(each.get("links"));
        assertThat(MentionedNames.parse(text).resolve(USERNAMES::contains))
                .containsExactlyElementsOf(strings(each.get("mentions")));
        assertThat(MarkdownText.parse(text).links())
                .extracting(MarkdownText.Link::address)
                .isEqualTo(links);
        assertThat(FirstLink.find(text)).isEqualTo(preview(each, links).flatMap(FirstLink::normalize));
    }

    private static Optional<String> preview(JsonNode each, List<String> links) {
        JsonNode preview = each.get("preview");
        if (preview == null) {
            return links.stream().findFirst();
        }
        return preview.isNull() ? Optional.empty() : Optional.of(preview.asString());
    }

    @Test
    void tellsBlankTexts() {
        assertThat(strings(FILE.get("blank"))).allMatch(InvisibleText::isBlank);
        assertThat(strings(FILE.get("visible"))).noneMatch(InvisibleText::isBlank);
    }

    @Test
    void spellsEachEmojiInOneWay() {
        FILE.get("emoji")
                .forEach(emoji -> assertThat(strings(emoji.get("spellings")))
                        .extracting(Emoji::normalize)
                        .containsOnly(emoji.get("canonical").asString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "_",
                "[",
                "![",
                "]",
                ">",
                "`",
                "~",
                "<",
                "[a](",
                "> ",
                "- ",
                "1. ",
                "*a ",
                "**a _b ",
                "_a_",
                "*_",
                "|",
                "a@",
                "@a",
                "@さ",
                "http://",
                "https://@",
                "https://a.b,",
                "www.",
                "\\",
                "\\*",
                "&",
                "```a ",
                "`a",
                "]:",
                "[a]: ",
                "\n",
                "> \n",
                "[a](b)",
                "[[a]",
                "\t",
                " ",
                "h",
                "(",
                "https://a.b/(",
                "<a:",
                "\n- ",
                "\n  - ",
                "~~a~~",
                "\u0301"
            })
    @Timeout(20)
    void parsesHostileTexts(String piece) {
        String text = piece.repeat(LENGTH / piece.length()).substring(0, LENGTH / piece.length() * piece.length());
        for (String each : List.of(text, text + "a@b.c @bob https://x.org", "@bob https://x.org/" + text)) {
            MentionedNames.parse("@" + each);
            FirstLink.find("https://x.org " + each);
        }
    }

    @Test
    void takesTextsThatAreNestedTooDeepAsWritten() {
        assertThat(MarkdownText.parse(">".repeat(LENGTH) + "@bob").runs()).hasSize(1);
        assertThat(MarkdownText.parse("- ".repeat(LENGTH / 2) + "@bob").runs()).hasSize(1);
        assertThat(MarkdownText.parse("[".repeat(LENGTH) + "@bob").runs()).hasSize(1);
        assertThat(MarkdownText.parse("*a ".repeat(5_000) + "@bob" + " a*".repeat(5_000))
                        .runs())
                .hasSize(1);
    }
}
