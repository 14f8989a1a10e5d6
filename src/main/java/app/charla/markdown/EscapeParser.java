package app.charla.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Parses escaped characters to nodes of their own: they begin no mention, and are part of no word. */
class EscapeParser implements InlineContentParserFactory, InlineContentParser {

    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** An escaped character. */
    static class Escaped extends CustomNode {}

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        char escaped = scanner.peek();
        boolean endsLine = escaped == '\n';
        if (!endsLine && ESCAPABLE.indexOf(escaped) < 0) {
            return ParsedInline.of(new Text("\\"), scanner.position());
        }
        scanner.next();
        Node node = endsLine ? new HardLineBreak() : new Escaped();
        return ParsedInline.of(node, scanner.position());
    }
}
