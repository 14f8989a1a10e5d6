package app.charla.message;

import app.charla.account.UsernameSyntax;
import app.charla.markdown.MarkdownText;
import app.charla.markdown.Scripts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code @name} mentions of a text, as its readers see them: not in code, links and e-mail addresses. The page has
 * the same rules in {@code frontend/text/mention-parser.ts}.
 *
 * @param all in the order of the text
 */
record MentionedNames(List<MentionedName> all) {

    private static final int MAX_NAMES = 50;
    private static final int MAX_LOCAL_PART = 64;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern WITHOUT_SPACES = Pattern.compile(Scripts.WITHOUT_SPACES);
    private static final Pattern LOCAL_PART = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[A-Za-z0-9][A-Za-z0-9._+-]*$");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,8}\\.[A-Za-z]{2,63}");

    static MentionedNames parse(String text) {
        var found = new ArrayList<MentionedName>();
        if (text.indexOf('@') >= 0) {
            MarkdownText.parse(text).runs().forEach(run -> addAll(run, found));
        }
        return new MentionedNames(found.stream().limit(MAX_NAMES).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns all names that may be meant. */
    Set<String> candidates() {
        return all.stream()
                .flatMap(each -> each.candidates().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the usernames mentioned, and the words for everybody. */
    Set<String> resolve(Predicate<String> exists) {
        return all.stream()
                .flatMap(each -> Stream.ofNullable(each.resolve(exists)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Searches between e-mail addresses, which are links. */
    private static void addAll(String run, List<MentionedName> found) {
        int done = 0;
        for (int at = run.indexOf('@'); at >= 0; at = run.indexOf('@', Math.max(at + 1, done))) {
            Matcher local = LOCAL_PART.matcher(run).region(Math.max(done, at - MAX_LOCAL_PART), at);
            Matcher domain = DOMAIN.matcher(run).region(at + 1, run.length());
            if (local.useTransparentBounds(true).find() && domain.lookingAt()) {
                addMentions(run.substring(done, local.start()), found);
                done = domain.end();
            }
        }
        addMentions(run.substring(done), found);
    }

    private static void addMentions(String words, List<MentionedName> found) {
        int mentionEnd = -1;
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            int end = UsernameSyntax.end(words, at + 1);
            if (end > at + 1 && mayBegin(words, at, mentionEnd)) {
                found.add(new MentionedName(candidates(words, at, end)));
                mentionEnd = end;
            }
        }
    }

    /** No word, address or path runs into a mention; a mention may follow another after a slash. */
    private static boolean mayBegin(String run, int at, int mentionEnd) {
        if (at == 0) {
            return true;
        }
        int before = run.codePointBefore(at);
        if (before == '/') {
            return at - 1 == mentionEnd;
        }
        return before != '@' && (!is(WORD, before) || is(WITHOUT_SPACES, before));
    }

    /** An e-mail address may be written in such a script, too: with a dot, no shorter name is a candidate. */
    private static List<String> candidates(String run, int at, int end) {
        String name = run.substring(at + 1, end);
        var candidates = new ArrayList<String>();
        candidates.add(normalized(name));
        boolean mail = at > 0 && is(WITHOUT_SPACES, run.codePointBefore(at)) && name.contains(".");
        for (int cut = name.length(); !mail && cut > 0; cut -= Character.charCount(name.codePointBefore(cut))) {
            if (cut < name.length() && mayEnd(name, cut)) {
                candidates.add(normalized(name.substring(0, cut)));
            }
        }
        return List.copyOf(candidates);
    }

    private static boolean mayEnd(String name, int cut) {
        int last = name.codePointBefore(cut);
        int next = name.codePointAt(cut);
        return is(WORD, last) && !is(MARK, next) && (is(WITHOUT_SPACES, last) || is(WITHOUT_SPACES, next));
    }

    private static boolean is(Pattern kind, int codePoint) {
        return kind.matcher(Character.toString(codePoint)).matches();
    }

    /** Normalises a username for comparison. */
    static String normalized(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
