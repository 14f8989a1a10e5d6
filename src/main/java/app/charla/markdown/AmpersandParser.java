package app.charla.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Takes ampersands as text, so that entities stay as they were written. */
class AmpersandParser implements InlineContentParserFactory, InlineContentParser {

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('&');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        state.scanner().next();
        return ParsedInline.of(new Text("&"), state.scanner().position());
    }
}
