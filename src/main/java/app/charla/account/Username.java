package app.charla.account;

import app.charla.core.InvalidException;
import app.charla.unicode.NameRule;
import app.charla.unicode.Skeleton;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A username and its skeleton, by which usernames that look alike are equal.
 *
 * @param text as the person wrote it, in Unicode normalization form NFKC
 * @param skeleton the {@link Skeleton} of the text
 */
record Username(String text, String skeleton) {

    static final int MIN_LENGTH = 3;
    static final int MAX_LENGTH = 32;
    static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?");

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
        var username = new Username(text, skeletonOf(text));
        if (!username.isWellFormed()) {
            throw new InvalidException("username", "username.characters");
        }
        if (RESERVED.contains(username.skeleton())) {
            throw new InvalidException("username", "username.reserved", text);
        }
        return username;
    }

    /**
     * Returns the username of an account that was made under older rules: as it is if its characters are allowed, else
     * without those that cannot be seen.
     *
     * @return empty if nothing is left that could be a username
     */
    static Optional<Username> restored(String stored) {
        return Stream.of(stored, NameRule.clean(stored))
                .map(text -> new Username(text, skeletonOf(text)))
                .filter(Username::isWellFormed)
                .findFirst();
    }

    /** Returns whether every character is allowed, and something is seen. */
    private boolean isWellFormed() {
        return ALLOWED.matcher(text).matches() && NameRule.isName(text) && !skeleton.isEmpty();
    }

    /** The skeleton of a text as somebody typed it, for finding a username. */
    static String skeletonOf(String written) {
        return Skeleton.of(written);
    }
}
