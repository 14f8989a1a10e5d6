package app.charla.unicode;

import app.charla.core.InvalidException;

/**
 * Text that can be stored as it is: well-formed Unicode without U+0000. A lone surrogate has no form in UTF-8 and would come
 * back as a question mark; SQLite's functions take U+0000 for the end of a text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.2">RFC 8259, section 8.2</a>
 */
public final class StorableText {

    private StorableText() {}

    /**
     * Returns the text.
     *
     * @param field the name of the value in the request
     * @throws InvalidException if it cannot be stored as it is ({@code text.unicode})
     */
    public static String require(String field, String text) {
        if (!isStorable(text)) {
            throw new InvalidException(field, "text.unicode");
        }
        return text;
    }

    /** Returns whether the text can be stored as it is. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(character -> character == 0 || isSurrogate(character));
    }

    private static boolean isSurrogate(int character) {
        return Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
    }
}
