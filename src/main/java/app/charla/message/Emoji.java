package app.charla.message;

import app.charla.core.InvalidException;
import java.util.regex.Pattern;

/** Validates and normalises reaction emoji: one emoji as Unicode defines it. */
final class Emoji {

    private static final int MAX_LENGTH = 32;
    private static final char EMOJI_STYLE = '\uFE0F';
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    /** An extended grapheme cluster: what a reader sees as one character. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Emoji() {}

    /**
     * Returns the emoji with the emoji variation selector only where emoji style is not the default, so that each emoji
     * has one spelling.
     *
     * @throws InvalidException if the text is not exactly one emoji
     */
    static String normalize(String written) {
        boolean one =
                written.length() <= MAX_LENGTH && GRAPHEME.matcher(written).matches();
        if (!one || !written.codePoints().allMatch(Emoji::isPart) || !isComplete(written)) {
            throw new InvalidException("emoji", "message.emoji");
        }
        String first = Character.toString(written.codePointAt(0));
        boolean simple = written.equals(first) || written.equals(first + EMOJI_STYLE);
        if (!simple) {
            return written;
        }
        return Character.isEmojiPresentation(written.codePointAt(0)) ? first : first + EMOJI_STYLE;
    }

    private static boolean isPart(int codePoint) {
        return Character.isEmoji(codePoint)
                || codePoint == EMOJI_STYLE
                || codePoint == JOINER
                || codePoint == KEYCAP
                || (codePoint >= 0xE0020 && codePoint <= 0xE007F); // tag characters of subdivision flags
    }

    /** Returns whether it is an emoji by itself: digits and single regional indicators are only parts of emoji. */
    private static boolean isComplete(String written) {
        int first = written.codePointAt(0);
        if (Character.isDigit(first) || first == '#' || first == '*') {
            return written.indexOf(KEYCAP) > 0;
        }
        boolean flag = first >= 0x1F1E6 && first <= 0x1F1FF;
        return flag ? written.codePointCount(0, written.length()) == 2 : Character.isEmoji(first);
    }
}
