package app.charla.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.AsciiMatcher;

/** Parses addresses in angle brackets. Other angle brackets are text, so that there is no HTML. */
class BracketedAddressParser implements InlineContentParserFactory, InlineContentParser {

    private static final AsciiMatcher END =
            AsciiMatcher.builder().c('<').c('>').range('\0', ' ').build();
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,31}:.*", Pattern.DOTALL);
    private static final Pattern MAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position start = scanner.position();
        scanner.find(END);
        String address = scanner.getSource(start, scanner.position()).getContent();
        boolean mail = MAIL.matcher(address).matches();
        if (scanner.next('>') && (mail || ADDRESS.matcher(address).matches())) {
            return ParsedInline.of(
                    new BareAddress("<" + address + ">", mail ? "mailto:" + address : address), scanner.position());
        }
        return ParsedInline.of(new Text("<"), start);
    }
}
