package app.charla.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses headings: one to six number signs, a space and text. Unlike CommonMark's they have text always, and neither
 * number signs at their end nor a line below make one.
 */
class HeadingParser extends AbstractBlockParser {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})[ \\t]+([^ \\t].*?)[ \\t]*", Pattern.DOTALL);

    private final Heading block = new Heading();
    private final SourceLine text;

    HeadingParser(SourceLine text) {
        this.text = text;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser parser) {
        parser.parse(SourceLines.of(text), block);
    }

    /** Starts headings. */
    static class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            SourceLine line = state.getLine();
            CharSequence content = line.getContent();
            Matcher found = HEADING.matcher(content).region(state.getNextNonSpaceIndex(), content.length());
            return state.getIndent() > MarkdownText.MAX_INDENT || !found.matches()
                    ? BlockStart.none()
                    : BlockStart.of(new HeadingParser(line.substring(found.start(2), found.end(2))))
                            .atIndex(content.length());
        }
    }
}
