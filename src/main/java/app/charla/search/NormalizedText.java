package app.charla.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A text without case and accents, with the offsets of its characters in the original.
 *
 * @param origins the offset in the original of each character, and at the end the original's length
 */
record NormalizedText(String text, int[] origins) {

    /** First code point whose marks make another letter rather than an accent: が is not か. */
    private static final int FIRST_WITHOUT_ACCENTS = 0x2E80;

    private static final int GRAM_LENGTH = 3;

    static NormalizedText of(String original) {
        var normalized = new StringBuilder(original.length());
        int[] origins = new int[original.length() + 1];
        for (int at = 0; at < original.length(); ) {
            int character = original.codePointAt(at);
            String plain = plain(character);
            if (normalized.length() + plain.length() >= origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2 + plain.length());
            }
            Arrays.fill(origins, normalized.length(), normalized.length() + plain.length(), at);
            normalized.append(plain);
            at += Character.charCount(character);
        }
        origins[normalized.length()] = original.length();
        return new NormalizedText(normalized.toString(), origins);
    }

    private static String plain(int character) {
        if (character < 0x80) {
            return Character.toString(Character.toLowerCase(character));
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK && character < FIRST_WITHOUT_ACCENTS) {
            return "";
        }
        if (character >= FIRST_WITHOUT_ACCENTS) {
            return Character.toString(Character.toLowerCase(character));
        }
        var plain = new StringBuilder();
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Returns whether every character is one that normalising leaves alone and that has no other forms. */
    static boolean isUniform(String normalized) {
        return normalized.codePoints().allMatch(character -> character >= FIRST_WITHOUT_ACCENTS);
    }

    /** Returns all trigrams; none if the text is shorter. */
    static Set<String> grams(String normalized) {
        int[] characters = normalized.codePoints().toArray();
        var grams = new LinkedHashSet<String>();
        for (int at = 0; at + GRAM_LENGTH <= characters.length; at++) {
            grams.add(new String(characters, at, GRAM_LENGTH));
        }
        return grams;
    }

    /** Returns whether a word begins or ends at an offset. */
    boolean isWordBoundary(int at) {
        return at == 0
                || at == text.length()
                || Character.isLetterOrDigit(text.codePointBefore(at))
                        != Character.isLetterOrDigit(text.codePointAt(at));
    }
}
