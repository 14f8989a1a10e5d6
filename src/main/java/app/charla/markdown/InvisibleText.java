package app.charla.markdown;

import com.ibm.icu.text.UnicodeSet;

/** Tells texts in which nothing is seen. {@code frontend/text/invisible-text.ts} has the same rule. */
public final class InvisibleText {

    /** White space, what Unicode says to show as nothing, and the blanks among letters and symbols. */
    private static final UnicodeSet INVISIBLE = new UnicodeSet(
                    "[\\p{White_Space}\\p{Cc}\\p{Default_Ignorable_Code_Point}"
                            + "\\u2800\\uFFF9-\\uFFFB\\U00016FE4\\U0001D159\\U00013441\\U00013442]")
            .freeze();

    private InvisibleText() {}

    /** Returns whether a text has no character that is seen. */
    public static boolean isBlank(String text) {
        return INVISIBLE.containsAll(text);
    }
}
