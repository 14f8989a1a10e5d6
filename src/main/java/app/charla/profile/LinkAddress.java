package app.charla.profile;

import app.charla.core.InvalidException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Parses the addresses of profile links: HTTPS URLs with a host name, without a port and credentials. */
final class LinkAddress {

    static final int MAX_LENGTH = 200;
    private static final String SCHEME = "https";

    private LinkAddress() {}

    /**
     * Parses and normalizes a URL. The scheme defaults to https; the fragment is dropped.
     *
     * @throws InvalidException if it is not a valid address of a profile link
     */
    static URI parse(String input) {
        String text = input.strip();
        try {
            var address = new URI(text.contains("://") ? text : SCHEME + "://" + text);
            if (text.length() > MAX_LENGTH || !isAllowed(address)) {
                throw invalid();
            }
            String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return URI.create(SCHEME + "://" + address.getHost().toLowerCase(Locale.ROOT) + path + query);
        } catch (URISyntaxException malformed) {
            throw invalid();
        }
    }

    private static boolean isAllowed(URI address) {
        return SCHEME.equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getHost().contains(".")
                && address.getRawUserInfo() == null
                && address.getPort() == -1;
    }

    /** Returns whether two normalized addresses are the same but for a trailing slash. */
    static boolean isSame(String one, String other) {
        return withoutSlash(one).equals(withoutSlash(other));
    }

    /** Returns whether the other address is HTTPS and of the same host, with or without {@code www.}. */
    static boolean isSameSite(URI one, URI other) {
        return SCHEME.equals(other.getScheme()) && site(one).equals(site(other));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String site(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static InvalidException invalid() {
        return new InvalidException("address", "profile.address");
    }
}
