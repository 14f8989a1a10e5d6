package app.charla.message;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the first link of a text, for its preview. Links in code or in angle brackets are skipped: both ask for no
 * preview.
 */
public final class FirstLink {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern BRACKETED = Pattern.compile("<https?://[^\\s<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])https?://[^\\s<>\"'`]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(?:#.*)?");

    /** Punctuation and Markdown at the end of a link that belong to the sentence. */
    private static final Pattern TRAILING = Pattern.compile("[.,:;!?…»”’*_~]+$");

    private static final String[] BRACKETS = {"()", "[]", "{}"};

    private FirstLink() {}

    /** Returns the address of the first link of a text. */
    public static Optional<URI> find(String text) {
        if (!text.contains("://")) {
            return Optional.empty();
        }
        String searched = BRACKETED.matcher(MentionedNames.withoutCode(text)).replaceAll(" ");
        Matcher found = ADDRESS.matcher(searched);
        return found.find() ? normalize(withoutTrailingPunctuation(found.group())) : Optional.empty();
    }

    /**
     * Normalises an address for requesting it: the host in ASCII, no fragment. Empty if it is too long, malformed or
     * has user info.
     */
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

    private static long count(String text, char character) {
        return text.chars().filter(each -> each == character).count();
    }
}
