package app.charla.message;

import app.charla.markdown.MarkdownText;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the first link of a text, for its preview: the first that its readers see as a link to a web page. */
public final class FirstLink {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]+)([^#]*)(?:#.*)?");

    /** Characters that a browser encodes in a path, but which a URI must not have. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\[\\]{}|\\\\^]");

    private FirstLink() {}

    /** Returns the address of the first link of a text. Angle brackets around an address ask for no preview. */
    public static Optional<URI> find(String text) {
        return mayHaveLink(text)
                ? MarkdownText.parse(text).links().stream()
                        .filter(link -> !link.bracketed())
                        .flatMap(link -> normalize(link.address()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns false if a text has no link for certain, without parsing it. */
    public static boolean mayHaveLink(String text) {
        return text.contains("://") || text.toLowerCase(Locale.ROOT).contains("www.");
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
            String path = ILLEGAL.matcher(parts.group(3))
                    .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
            URI page = new URI(URI.create(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + path)
                    .toASCIIString());
            boolean plain = page.getHost() != null && page.getRawUserInfo() == null;
            return plain ? Optional.of(page) : Optional.empty();
        } catch (java.net.URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
