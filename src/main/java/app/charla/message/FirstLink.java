package app.charla.message;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text links to, but in code; and but for what stands in angle brackets, which asks for no preview. */
public final class FirstLink {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern BRACKETED = Pattern.compile("<https?://[^\\s<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])https?://[^\\s<>\"'`]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(?:#.*)?");

    /** What belongs to the sentence. */
    private static final Pattern TRAILING = Pattern.compile("[.,:;!?…»”’*_~]+$");

    private static final String[] BRACKETS = {"()", "[]", "{}"};

    private FirstLink() {}

    /** The address of the first page that a text links to. */
    public static Optional<URI> find(String text) {
        if (!text.contains("://")) {
            return Optional.empty();
        }
        String said = BRACKETED.matcher(MentionedNames.withoutCode(text)).replaceAll(" ");
        Matcher found = ADDRESS.matcher(said);
        return found.find() ? normalize(withoutTrailingPunctuation(found.group())) : Optional.empty();
    }

    /** An address as it is asked for: with its host in ASCII, and without what leads to a place within the page. */
    static Optional<URI> normalize(String address) {
        Matcher parts = PARTS.matcher(address);
        if (address.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        try {
            String host = IDN.toASCII(parts.group(2)).toLowerCase(Locale.ROOT);
            URI page = new URI(URI.create(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + parts.group(3))
                    .toASCIIString());
            boolean plain = page.getHost() != null && page.getRawUserInfo() == null;
            return plain ? Optional.of(page) : Optional.empty();
        } catch (java.net.URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String withoutTrailingPunctuation(String address) {
        String rest = TRAILING.matcher(address).replaceAll("");
        for (String pair : BRACKETS) {
            while (rest.endsWith(pair.substring(1)) && count(rest, pair.charAt(1)) > count(rest, pair.charAt(0))) {
                rest = TRAILING.matcher(rest.substring(0, rest.length() - 1)).replaceAll("");
            }
        }
        return rest;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }
}
