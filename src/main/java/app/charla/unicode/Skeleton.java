package app.charla.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/**
 * The confusable skeleton of an identifier, case folded: identifiers that look alike, or differ in case only, have the same
 * one. Depends on no language.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode TR 39, section 4</a>
 */
public final class Skeleton {

    /** Rises whenever an identifier gets another skeleton than before: stored ones are then made anew. */
    public static final int FORM = 1;

    private static final int DOT_ABOVE = 0x307;
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final Normalizer2 CASE_FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private Skeleton() {}

    /** Returns the skeleton of an identifier as somebody typed it; empty if nothing of it can be seen. */
    public static String of(String written) {
        String folded = withoutSoftDots(CASE_FOLDING.normalize(written.strip()));
        // Folded again: confusables of lower-case letters can be upper-case ones.
        return withoutSoftDots(CONFUSABLES.getSkeleton(folded).toLowerCase(Locale.ROOT));
    }

    /** Removes the dots that an i or j has anyway: the İ of Turkish is an i with a second one when it is folded. */
    private static String withoutSoftDots(String text) {
        var plain = new StringBuilder();
        int base = 0;
        for (int character : NFD.normalize(text).codePoints().toArray()) {
            if (character == DOT_ABOVE && UCharacter.hasBinaryProperty(base, UProperty.SOFT_DOTTED)) {
                continue;
            }
            base = UCharacter.getCombiningClass(character) == 0 ? character : base;
            plain.appendCodePoint(character);
        }
        return Normalizer2.getNFCInstance().normalize(plain);
    }
}
