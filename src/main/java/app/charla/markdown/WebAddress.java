package app.charla.markdown;

import com.ibm.icu.text.UnicodeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a bare address ends in a text: where a person would end it. An address stops before white space, invisible
 * characters, quotation marks, the punctuation of scripts without spaces, and a closing bracket that was not opened in
 * it; punctuation at its end belongs to the sentence. {@code frontend/text/web-address.ts} has the same rules.
 */
final class WebAddress {

    /** White space, and characters that are not seen or that reorder their neighbours; joiners are parts of words. */
    private static final String UNSEEN =
            "\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}" + "\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0";

    private static final String QUOTES = "<>\"`\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A";
    private static final String IDEOGRAPHIC_PUNCTUATION = "\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\uFE10-\\uFE19"
            + "\\uFF01\\uFF08\\uFF09\\uFF0C\\uFF0E\\uFF1A\\uFF1B\\uFF1F\\uFF3B\\uFF3D\\uFF5B\\uFF5D\\uFF5F-\\uFF64";

    private static final UnicodeSet STOP =
            new UnicodeSet("[[" + UNSEEN + QUOTES + IDEOGRAPHIC_PUNCTUATION + "]-[\\u200C\\u200D]]").freeze();

    /** Letters, digits and all else but ASCII punctuation. */
    private static final UnicodeSet HOST = new UnicodeSet(STOP)
            .complement()
            .removeAll(new UnicodeSet("[[\\u0021-\\u007E]-[a-zA-Z0-9._\\-]]"))
            .remove(MarkdownText.SEPARATOR)
            .freeze();

    private static final UnicodeSet TRAILING =
            new UnicodeSet("[[\\p{Po}\\p{Pi}\\p{Pf}\\p{Ps}~|\\u200C\\u200D\\uFDD0]-[/#%\\&@]]").freeze();

    private static final Pattern BEGINNING = Pattern.compile("(?i)(?:https?://|www\\.)");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)https?://[^\\s/?#<>,;|]*@");
    private static final Pattern IPV6_HOST = Pattern.compile("(?i)\\[(?=[^]]*:[^]]*:)[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");
    private static final Pattern SEPARATORS = Pattern.compile("[,;|]++");
    private static final Pattern WWW = Pattern.compile("(?i)www\\.[^.]+\\.[^.].*");

    /** A top-level domain after which a script without spaces goes on: the words after the address. */
    private static final Pattern WORDS_AFTER_HOST =
            Pattern.compile("(?i)(?<=\\.[a-z]{2,63})" + Scripts.WITHOUT_SPACES + "[^.]*$");

    private static final Pattern WEB = Pattern.compile("(?i)https?://([^/?#\\\\]+)([/?#].*)?", Pattern.DOTALL);
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:\\S+");

    private WebAddress() {}

    /**
     * Returns the length of the address at the beginning of a text, or 0 if there is none.
     *
     * @param before the code point before it, or 0
     */
    static int length(String text, int before) {
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.lookingAt() || CREDENTIALS.matcher(text).lookingAt()) {
            return 0;
        }
        boolean www = text.charAt(beginning.end() - 1) == '.';
        int hostAt = www ? 0 : beginning.end();
        int hostEnd = hostEnd(text, hostAt);
        boolean path = hostEnd < text.length() && "/?#".indexOf(text.charAt(hostEnd)) >= 0;
        int end = trim(text, hostAt, path ? pathEnd(text, hostEnd) : hostEnd, before);
        if (www && !WWW.matcher(text.substring(0, Math.min(end, hostEnd))).matches()) {
            return 0;
        }
        return end == hostAt ? 0 : end;
    }

    private static int hostEnd(String text, int from) {
        Matcher ipv6 = IPV6_HOST.matcher(text).region(from, text.length());
        int end = ipv6.lookingAt() ? ipv6.end() : HOST.span(text, from, UnicodeSet.SpanCondition.SIMPLE);
        Matcher words = WORDS_AFTER_HOST.matcher(text).region(from, end).useTransparentBounds(true);
        if (words.find()) {
            return words.start();
        }
        Matcher port = PORT.matcher(text).region(end, text.length());
        return end > from && port.lookingAt() ? port.end() : end;
    }

    private static int pathEnd(String text, int from) {
        var open = new StringBuilder();
        int at = from;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int next = separatorsEnd(text, at);
            boolean joined = next > at
                    && BEGINNING.matcher(text).region(next, text.length()).lookingAt();
            if (STOP.contains(character) || joined) {
                return at;
            }
            int opening = "([{".indexOf(character);
            int closing = ")]}".indexOf(character);
            if (opening >= 0) {
                open.append(")]}".charAt(opening));
            } else if (closing >= 0) {
                int opened = open.lastIndexOf(Character.toString(character));
                if (opened < 0) {
                    return at;
                }
                open.deleteCharAt(opened);
            }
            at = Math.max(next, at + Character.charCount(character));
        }
        return at;
    }

    /** Two addresses may be joined by a comma. */
    private static int separatorsEnd(String text, int at) {
        Matcher separators = SEPARATORS.matcher(text).region(at, text.length());
        return separators.lookingAt() ? separators.end() : at;
    }

    /** An apostrophe or a low line at the end is a part, unless the address stands between two of them. */
    private static int trim(String text, int from, int to, int before) {
        int end = to;
        while (end > from) {
            int last = text.codePointBefore(end);
            boolean pair = last == '\'' || last == '_';
            if (pair ? last != before : !TRAILING.contains(last)) {
                return end;
            }
            end -= Character.charCount(last);
        }
        return from;
    }

    /** Returns whether the page makes a link of it: http, https without credentials, or mailto. */
    static boolean isLinkable(String address) {
        return isWeb(address) || MAIL.matcher(address).matches();
    }

    static boolean isWeb(String address) {
        Matcher parts = WEB.matcher(address);
        if (!parts.matches()) {
            return false;
        }
        String host = parts.group(1);
        return hostEnd(host, 0) == host.length();
    }
}
