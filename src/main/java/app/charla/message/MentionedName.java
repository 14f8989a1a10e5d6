package app.charla.message;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mention in a text. Where words are written without spaces, as in {@code @bobさん}, its end is not seen: the longest
 * candidate that is somebody's username counts.
 *
 * @param candidates usernames without the sign, {@link MentionedNames#normalized}, longest first
 */
record MentionedName(List<String> candidates) {

    private static final Set<String> EVERYBODY = Set.of("all", "todos");

    /** Returns the username that is mentioned, if it is somebody's or means everybody. */
    @Nullable
    String resolve(Predicate<String> exists) {
        return candidates.stream()
                .filter(name -> EVERYBODY.contains(name) || exists.test(name))
                .findFirst()
                .orElse(null);
    }

    static boolean isEverybody(String name) {
        return EVERYBODY.contains(name);
    }
}
