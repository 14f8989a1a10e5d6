package app.charla.space;

import app.charla.core.InvalidException;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The name of a space, with the skeleton that finds confusable names and the slug for its URL.
 *
 * @param text as its owner wrote it, in Unicode's composed form (NFC), with single blanks
 * @param skeleton the confusable skeleton of the text, case folded: names that look alike have the same one
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode TR 39</a>
 */
record SpaceName(String text, String skeleton) {

    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 60;
    private static final int MAX_SLUG_LENGTH = 40;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int VARIATION_SELECTOR_16 = 0xFE0F;
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
        String text = Normalizer.normalize(written.strip().replaceAll(" +", " "), Normalizer.Form.NFC);
        int[] characters = text.codePoints().toArray();
        long visible = Stream.of(text)
                .flatMapToInt(String::codePoints)
                .filter(SpaceName::isVisible)
                .count();
        if (visible < MIN_LENGTH || characters.length > MAX_LENGTH) {
            throw new InvalidException("name", "name.length", MIN_LENGTH, MAX_LENGTH);
        }
        for (int i = 0; i < characters.length; i++) {
            int next = i + 1 < characters.length ? characters[i + 1] : ' ';
            if (!isAllowed(characters[i], next)) {
                throw new InvalidException("name", "space.name.characters");
            }
        }
        return new SpaceName(text, skeletonOf(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    /**
     * Capitals have other confusables than small letters, so the skeleton is taken before and after folding. A capital i
     * looks like an l, so the two count as the same letter.
     */
    private static String skeletonOf(String text) {
        String capitals = CONFUSABLES.getSkeleton(text).toLowerCase(Locale.ROOT);
        return CONFUSABLES.getSkeleton(capitals).toLowerCase(Locale.ROOT).replace('l', 'i');
    }

    /** Refuses invisible, bidirectional and line-breaking characters; joined emoji are allowed. */
    private static boolean isAllowed(int character, int next) {
        if (character == ZERO_WIDTH_JOINER) {
            return Character.isExtendedPictographic(next);
        }
        if (character == VARIATION_SELECTOR_16) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
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
