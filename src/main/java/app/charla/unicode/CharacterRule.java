package app.charla.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/** The characters of the name rule: which ones a name may have, in view of those around them. */
final class CharacterRule {

    /** Combining marks on one base; the bound of Unicode TR 39. */
    private static final int MAX_MARKS = 4;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final int VIRAMA = 9;

    private CharacterRule() {}

    /** Returns whether something of a character can be seen when it stands alone. */
    static boolean isVisible(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR,
                    UCharacterCategory.CONTROL,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK -> false;
            default -> character != BRAILLE_BLANK && !isIgnorable(character);
        };
    }

    /** Returns whether a character draws nothing by its nature, such as the Hangul fillers. */
    static boolean isIgnorable(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /**
     * Returns whether a name may have the character at a position.
     *
     * @param text the name up to there at least
     * @param next the character after it; a blank at the end
     */
    static boolean isAllowed(int[] text, int at, int next) {
        int character = text[at];
        int before = at == 0 ? ' ' : text[at - 1];
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return isJoining(text, at, next);
        }
        if (FIRST_TAG <= character && character <= LAST_TAG) {
            return before == BLACK_FLAG || (FIRST_TAG <= before && before < LAST_TAG);
        }
        if (UCharacter.hasBinaryProperty(character, UProperty.VARIATION_SELECTOR)) {
            return isVisible(before);
        }
        return switch (UCharacter.getType(character)) {
            case UCharacterCategory.CONTROL,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.SURROGATE,
                    UCharacterCategory.PRIVATE_USE,
                    UCharacterCategory.UNASSIGNED,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR -> false;
            case UCharacterCategory.SPACE_SEPARATOR -> character == ' ';
            case UCharacterCategory.NON_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK ->
                !isIgnorable(character) && isBounded(text, at);
            default -> !isIgnorable(character);
        };
    }

    private static boolean isMark(int character) {
        int type = UCharacter.getType(character);
        return type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK;
    }

    /** Returns whether a mark has a base, and not too many marks between them. */
    private static boolean isBounded(int[] text, int at) {
        int base = at;
        while (base >= 0 && isMark(text[base])) {
            base--;
        }
        return base >= 0 && text[base] != ' ' && at - base <= MAX_MARKS;
    }

    /**
     * Returns whether a joiner changes what is seen: between emoji, after a virama, or between letters that join.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5892#appendix-A.1">RFC 5892, appendix A.1 and A.2</a>
     */
    private static boolean isJoining(int[] text, int at, int next) {
        if (at == 0) {
            return false;
        }
        int before = text[at - 1];
        if (text[at] == ZERO_WIDTH_JOINER && Character.isExtendedPictographic(next)) {
            return Character.isEmoji(before)
                    || UCharacter.hasBinaryProperty(before, UProperty.VARIATION_SELECTOR)
                    || UCharacter.hasBinaryProperty(before, UProperty.EMOJI_MODIFIER);
        }
        if (UCharacter.getCombiningClass(before) == VIRAMA) {
            return true;
        }
        int letter = at - 1;
        while (letter > 0 && isMark(text[letter])) {
            letter--;
        }
        return UCharacter.isLetter(text[letter])
                && UCharacter.isLetter(next)
                && isCursive(text[letter])
                && isCursive(next);
    }

    /** Returns whether letters of its script are joined, or in clusters that a joiner parts. */
    private static boolean isCursive(int letter) {
        int joining = UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
        return joining == UCharacter.JoiningType.DUAL_JOINING
                || joining == UCharacter.JoiningType.RIGHT_JOINING
                || joining == UCharacter.JoiningType.LEFT_JOINING;
    }
}
