package app.charla.account;

import app.charla.core.InvalidException;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A username and its skeleton, by which usernames that look alike are equal.
 *
 * @param text as the person wrote it, in Unicode normalization form NFKC
 * @param skeleton the confusable skeleton of the text, case folded
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode TR 39</a>
 */
record Username(String text, String skeleton) {

    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 32;
    private static final Pattern ALLOWED =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?");
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

    /** Mentions of a whole chat, here or in other chat software. An account that has such a name already keeps it. */
    private static final Set<String> RESERVED = Stream.of(
                    "all",
                    "todos",
                    "todas",
                    "everyone",
                    "everybody",
                    "channel",
                    "canal",
                    "group",
                    "grupo",
                    "here",
                    "aquí")
            .map(Username::skeletonOf)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws InvalidException if the text cannot be a username */
    static Username of(String written) {
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFKC);
        int length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new InvalidException("username", "username.length", MIN_LENGTH, MAX_LENGTH);
        }
        if (!ALLOWED.matcher(text).matches()) {
            throw new InvalidException("username", "username.characters");
        }
        var username = new Username(text, skeletonOf(text));
        if (RESERVED.contains(username.skeleton())) {
            throw new InvalidException("username", "username.reserved", text);
        }
        return username;
    }

    /** The skeleton of a text as somebody typed it, for finding a username. */
    static String skeletonOf(String written) {
        String folded =
                Normalizer.normalize(written.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        // Folded again: confusables of lower-case letters can be upper-case ones.
        return CONFUSABLES.getSkeleton(folded).toLowerCase(Locale.ROOT);
    }
}
