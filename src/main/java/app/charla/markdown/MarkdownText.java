package app.charla.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;

/**
 * A parsed text: the words that a reader sees as words, and the links. CommonMark with the strikethrough and the bare
 * addresses of GitHub, headings and tables by simpler rules, and spoilers, but without the elements of documents (HTML,
 * references, rules, images, entities), which stay as they were written.
 *
 * @param runs the text outside code and links, in order; a new run begins where formatting, a line or an escaped
 *     character ends the one before, so that nothing is recognized across them
 * @param links to http and https addresses, in order
 * @see <a href="https://spec.commonmark.org/">CommonMark</a>
 */
public record MarkdownText(List<String> runs, List<Link> links) {

    /**
     * A link.
     *
     * @param address as written
     * @param bracketed whether it was written in angle brackets, which ask for no preview
     */
    public record Link(String address, boolean bracketed) {}

    /** Quotes and lists within each other, and formatting within formatting; a text with more is not Markdown. */
    static final int MAX_DEPTH = 8;

    /** Spaces before a block that is no paragraph. */
    static final int MAX_INDENT = 3;

    /** Square brackets that are open at once; a text with more is not Markdown. */
    private static final int MAX_BRACKETS = 32;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(FencedCodeBlock.class, BlockQuote.class, ListBlock.class))
            .extensions(List.of(
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .customBlockParserFactory(new HeadingParser.Factory())
            .customBlockParserFactory(new TableParser.Factory())
            .customDelimiterProcessor(new SpoilerProcessor())
            .customInlineContentParserFactory(new BareAddressParser())
            .customInlineContentParserFactory(new BracketedAddressParser())
            .customInlineContentParserFactory(new EscapeParser())
            .customInlineContentParserFactory(new AmpersandParser())
            .maxOpenBlockParsers(2 * MAX_DEPTH + 4) // A list has two, itself and its item.
            .maxInlineNesting(MAX_DEPTH + 2)
            .build();

    /** A noncharacter that keeps {@code [a]: b} and {@code ![a](b)} from being parsed, which has no switch. */
    static final char SEPARATOR = '\uFDD0';

    /** The end of what may be a reference, but not of an IPv6 address; and the beginning of an image. */
    private static final Pattern DISABLED = Pattern.compile("((?<!//\\[[0-9a-fA-F:.]{2,45})](?=:)|!(?=\\[))");

    /** Parses a text. Its nesting is bounded, and so is the time that a hostile text of a given length takes. */
    public static MarkdownText parse(String text) {
        if (openBrackets(text) <= MAX_BRACKETS) {
            var collector = new MarkdownCollector();
            if (collector.collect(PARSER.parse(DISABLED.matcher(text).replaceAll("$1" + SEPARATOR)))) {
                return collector.result();
            }
        }
        return new MarkdownText(text.lines().toList(), List.of());
    }

    private static int openBrackets(String text) {
        int open = 0;
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> most = Math.max(most, ++open);
                case ']' -> open = Math.max(0, open - 1);
                default -> {}
            }
        }
        return most;
    }
}
