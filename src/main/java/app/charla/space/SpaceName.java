package app.charla.space;

import app.charla.core.InvalidException;
import app.charla.unicode.NameRule;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a space, with the skeleton that finds confusable names and the slug for its URL.
 *
 * @param text as the name rule stores it
 * @param skeleton the confusable skeleton of the text, case folded: names that look alike have the same one
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode TR 39</a>
 */
record SpaceName(String text, String skeleton) {

    static final int MIN_LENGTH = 2;
    static final int MAX_LENGTH = 60;
    private static final int MAX_SLUG_LENGTH = 40;
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

    /** Slugs that are, or may become, other paths of the site. */
    private static final Set<String> RESERVED = Set.of(
            "home",
            "api",
            "login",
            "logout",
            "register",
            "settings",
            "account",
            "admin",
            "join",
            "invite",
            "invites",
            "new",
            "space",
            "spaces",
            "restore",
            "static",
            "public",
            "help",
            "about",
            "me",
            "www");

    private static final class Latin {
        private static final Transliterator ROMAN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    /** @throws InvalidException if the text cannot be the name of a space */
    static SpaceName of(String written) {
        String text = NameRule.require("name", written, MIN_LENGTH, MAX_LENGTH);
        return new SpaceName(text, skeletonOf(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    /**
     * Capitals have other confusables than small letters, so the skeleton is taken before and after folding. A capital i
     * looks like an l, so the two count as the same letter.
     */
    private static String skeletonOf(String text) {
        String capitals = CONFUSABLES.getSkeleton(text).toLowerCase(Locale.ROOT);
        return CONFUSABLES
                .getSkeleton(capitals)
                .toLowerCase(Locale.ROOT)
                .replace('l', 'i')
                .replace("i\u0307", "i");
    }

    /** Returns the name transliterated for a URL: Latin letters, digits and hyphens. */
    String slug() {
        String latin = Latin.ROMAN.transliterate(text).toLowerCase(Locale.ROOT);
        String slug = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = slug.length() > MAX_SLUG_LENGTH
                ? slug.substring(0, MAX_SLUG_LENGTH).replaceAll("-$", "")
                : slug;
        return cut.length() < MIN_LENGTH ? "space" + (cut.isEmpty() ? "" : "-" + cut) : cut;
    }

    static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }
}
