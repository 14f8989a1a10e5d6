package app.charla.message;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses the {@code @name} mentions of a text; code is skipped.
 *
 * @param names without the sign, {@link #normalized}, in the order of the text
 * @param everybody whether the text has {@code @all} or {@code @todos}
 */
record MentionedNames(Set<String> names, boolean everybody) {

    private static final Set<String> EVERYBODY = Set.of("all", "todos");
    private static final int MAX_NAMES = 50;

    private static final Pattern FENCED = Pattern.compile("(?ms)^ {0,3}(```|~~~).*?(?:^ {0,3}\\1|\\z)");
    private static final Pattern CODE = Pattern.compile("(?s)(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)");

    /** A username after {@code @}, where no letter, digit, address or path precedes it. */
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}/@])@([\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]{0,62}[\\p{L}\\p{M}\\p{N}])?)");

    static MentionedNames parse(String text) {
        var names = new LinkedHashSet<String>();
        if (text.indexOf('@') >= 0) {
            String plain = withoutCode(text);
            NAME.matcher(plain).results().limit(MAX_NAMES).forEach(found -> names.add(normalized(found.group(1))));
        }
        boolean everybody = names.removeAll(EVERYBODY);
        return new MentionedNames(names, everybody);
    }

    /** Returns the text with code blanked out. */
    static String withoutCode(String text) {
        return text.indexOf('`') < 0 && text.indexOf('~') < 0
                ? text
                : CODE.matcher(FENCED.matcher(text).replaceAll(" ")).replaceAll(" ");
    }

    /** Normalises a username for comparison. */
    static String normalized(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
