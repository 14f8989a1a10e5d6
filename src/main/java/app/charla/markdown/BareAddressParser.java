package app.charla.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Parses addresses that begin with {@code http://}, {@code https://} or {@code www.} where no word runs into them. */
class BareAddressParser implements InlineContentParserFactory, InlineContentParser {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}&&[^" + Scripts.WITHOUT_SPACES + "]]");

    /** UTF-16 units that are searched for the end of an address. */
    private static final int MAX_LENGTH = 2_048;

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('h', 'H', 'w', 'W');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        Position start = scanner.position();
        if (!begins(scanner) || WORD.matcher(Character.toString(before)).matches()) {
            return ParsedInline.none();
        }
        scanner.setPosition(start);
        for (int i = 0; i < MAX_LENGTH && scanner.peek() != '\n' && scanner.peek() != Scanner.END; i++) {
            scanner.next();
        }
        String rest = scanner.getSource(start, scanner.position()).getContent();
        int length = WebAddress.length(rest, before);
        if (length == 0) {
            return ParsedInline.none();
        }
        scanner.setPosition(start);
        for (int i = 0; i < length; i++) {
            scanner.next();
        }
        String address = rest.substring(0, length);
        boolean www = Character.toLowerCase(address.charAt(0)) == 'w';
        return ParsedInline.of(new BareAddress(address, www ? "http://" + address : address), scanner.position());
    }

    /** A cheap test before the rest of the line is copied. */
    private static boolean begins(Scanner scanner) {
        String expected = Character.toLowerCase(scanner.peek()) == 'w' ? "www." : "http";
        for (int i = 0; i < expected.length(); i++) {
            if (Character.toLowerCase(scanner.peek()) != expected.charAt(i)) {
                return false;
            }
            scanner.next();
        }
        return true;
    }
}
