package app.charla.unicode;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text folded for search, with the offsets of its characters in the original. Two spellings that a reader takes for the
 * same word fold to the same text: case, width, composed or not, typographic quotes, invisible characters, and the
 * diacritics of the scripts that are read without them. Vowel signs, and the marks that make another letter, stay.
 *
 * @param text the folded text
 * @param origins the offset in the original of each UTF-16 unit, and at the end the original's length
 * @see <a href="https://www.unicode.org/reports/tr10/#Searching">Unicode TR 10, section 8 (searching)</a>
 */
public record FoldedText(String text, int[] origins) {

    /** Rises whenever a text folds to something else than before: what is stored folded is then made anew. */
    public static final int FORM = 1;

    private static final Normalizer2 CASE_FOLDING = Normalizer2.getNFKCCasefoldInstance();

    /** Returns a text folded. */
    public static FoldedText of(String original) {
        var folded = new StringBuilder(original.length());
        int[] origins = new int[original.length() + 1];
        for (int at = 0; at < original.length(); ) {
            int end = segmentEnd(original, at);
            String plain = LetterFolding.fold(original, at, end);
            if (folded.length() + plain.length() >= origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2 + plain.length());
            }
            Arrays.fill(origins, folded.length(), folded.length() + plain.length(), at);
            folded.append(plain);
            at = end;
        }
        origins[folded.length()] = original.length();
        return new FoldedText(folded.toString(), origins);
    }

    /** Returns a text folded, without the offsets. */
    public static String fold(String original) {
        return of(original).text();
    }

    /**
     * Returns a text folded, as words with one blank before each: what begins a word of a name begins after a blank.
     *
     * @return empty if there is no letter, digit or symbol in it
     */
    public static String words(String original) {
        String folded = fold(original).replaceAll("[\\p{P}\\p{Z}\\p{C}]+", " ").strip();
        return folded.isEmpty() ? "" : " " + folded;
    }

    /**
     * Returns whether the folded text stands in every original that contains it as it is: no character of it is what
     * another one folds to.
     */
    public static boolean isUniform(String folded) {
        return folded.codePoints().allMatch(LetterFolding::isUniform);
    }

    /** The end of the characters that fold together: a character with the marks, or the letters, that it composes with. */
    private static int segmentEnd(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && text.charAt(end) >= 0x300) {
            int next = text.codePointAt(end);
            if (CASE_FOLDING.hasBoundaryBefore(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }
}
