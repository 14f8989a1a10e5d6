package app.charla.message;

import app.charla.core.InvalidException;
import java.util.regex.Pattern;

/** Validates and normalises reaction emoji: one emoji as Unicode defines it. */
final class Emoji {

    private static final int MAX_LENGTH = 32;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    /** An extended grapheme cluster: what a reader sees as one character. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Emoji() {}

    /**
     * Returns an emoji in the one spelling that {@link #canonical} gives it.
     *
     * @throws InvalidException if the text is not exactly one emoji
     */
    static String normalize(String written) {
        boolean one =
                written.length() <= MAX_LENGTH && GRAPHEME.matcher(written).matches();
        if (!one || !written.codePoints().allMatch(Emoji::isPart) || !isComplete(written)) {
            throw new InvalidException("emoji", "message.emoji");
        }
        return canonical(written);
    }

    /**
     * Returns the fully-qualified spelling of an emoji: with the emoji variation selector where emoji style is not the
     * default, and nowhere else. The page has the same rule in {@code frontend/emoji/emoji.ts}.
     *
     * @see <a href="https://www.unicode.org/reports/tr51/#def_fully_qualified_emoji">Unicode TS 51</a>
     */
    static String canonical(String emoji) {
        int[] parts = emoji.codePoints().filter(part -> !isStyle(part)).toArray();
        var spelling = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            spelling.appendCodePoint(parts[i]);
            boolean modified = i + 1 < parts.length && Character.isEmojiModifier(parts[i + 1]);
            if (Character.isEmoji(parts[i]) && !Character.isEmojiPresentation(parts[i]) && !modified) {
                spelling.appendCodePoint(EMOJI_STYLE);
            }
        }
        return spelling.toString();
    }

    private static boolean isStyle(int codePoint) {
        return codePoint == EMOJI_STYLE || codePoint == TEXT_STYLE;
    }

    private static boolean isPart(int codePoint) {
        return Character.isEmoji(codePoint)
                || isStyle(codePoint)
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
