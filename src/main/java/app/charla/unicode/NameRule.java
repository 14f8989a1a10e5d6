package app.charla.unicode;

import app.charla.core.InvalidException;
import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/**
 * The name rule: which texts may name something, be it a person, a space, a group, a file, or be a topic or a status. A
 * name is one line in composed form (NFC) with single blanks that shows something, has no control, formatting or private
 * character, and no piles of combining marks. What a script needs to be written right is allowed: joiners between letters
 * that join, joined emoji, variation selectors.
 *
 * @see <a href="../../../../../docs/decisions/049-one-rule-for-names-one-folding.md">decision 049</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8266">RFC 8266 (nicknames)</a>
 * @see <a href="https://www.unicode.org/reports/tr39/#Optional_Detection">Unicode TR 39, section 5.4 (marks)</a>
 */
public final class NameRule {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\x85\\u2028\\u2029]+");

    private NameRule() {}

    /**
     * Returns a name as it is stored: composed, without blanks around it, with single ones inside.
     *
     * @param field the name of the value in the request
     * @param min minimum of visible characters (code points)
     * @param max maximum of characters (code points)
     * @throws InvalidException if it is too short or too long ({@code name.length}) or has characters that no name may
     *     have ({@code name.characters})
     */
    public static String require(String field, String written, int min, int max) {
        String name = compose(written);
        requireAllowed(field, name);
        if (visible(name) < min || length(name) > max) {
            throw new InvalidException(field, "name.length", min, max);
        }
        return name;
    }

    /**
     * Returns a line that may be missing, such as a topic or a status, as it is stored. Line breaks and tabs become
     * blanks.
     *
     * @param max maximum of characters (code points)
     * @param tooLong the code of the error for a text that is too long; its argument is the maximum
     * @return the line; empty if nothing of it can be seen
     * @throws InvalidException if it is too long, or has characters that no name may have ({@code name.characters})
     */
    public static String requireLine(String field, String written, int max, String tooLong) {
        String line = compose(LINE_BREAKS.matcher(written).replaceAll(" "));
        requireAllowed(field, line);
        if (length(line) > max) {
            throw new InvalidException(field, tooLong, max);
        }
        return visible(line) == 0 ? "" : line;
    }

    /**
     * Returns a name from elsewhere without what no name may have, for names whose sender cannot be asked: of uploaded
     * files, of people at identity providers.
     *
     * @return the name; empty if nothing of it can be seen
     */
    public static String clean(String written) {
        int[] characters = compose(LINE_BREAKS.matcher(written).replaceAll(" "))
                .codePoints()
                .toArray();
        int[] kept = new int[characters.length];
        int length = 0;
        for (int i = 0; i < characters.length; i++) {
            kept[length] = characters[i];
            length += CharacterRule.isAllowed(kept, length, next(characters, i)) ? 1 : 0;
        }
        String name = compose(new String(kept, 0, length));
        return visible(name) == 0 ? "" : name;
    }

    /** Returns whether a name would be stored as it is. */
    public static boolean isName(String text) {
        return text.equals(clean(text)) && visible(text) > 0;
    }

    /** The number of characters, in code points. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String compose(String written) {
        String single = BLANKS.matcher(written.strip()).replaceAll(" ");
        return NFC.normalize(single.strip());
    }

    private static void requireAllowed(String field, String text) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (!CharacterRule.isAllowed(characters, i, next(characters, i))) {
                throw new InvalidException(field, "name.characters");
            }
        }
    }

    private static int next(int[] characters, int at) {
        return at + 1 < characters.length ? characters[at + 1] : ' ';
    }

    private static long visible(String text) {
        return text.codePoints().filter(CharacterRule::isVisible).count();
    }
}
