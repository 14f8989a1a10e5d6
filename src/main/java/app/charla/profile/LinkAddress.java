package app.charla.profile;

import app.charla.core.InvalidException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An address as it may stand in a profile: of https, with a name for its host, and nothing secret in it. */
final class LinkAddress {

    private static final int MAX_LENGTH = 200;
    private static final String SCHEME = "https";

    private LinkAddress() {}

    /**
     * Reads what somebody wrote; who leaves the scheme out means https.
     *
     * @throws InvalidException if it is no address that may stand in a profile
     */
    static URI parse(String written) {
        String text = written.strip();
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

    /** Whether two addresses say the same; the slash at the end, and how the host is written, make no difference. */
    static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Whether two addresses are of the same site, with or without a www before it. */
    static boolean isSameSite(URI one, URI other) {
        return SCHEME.equals(other.getScheme()) && site(one).equals(site(other));
    }

    private static String plain(String address) {
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
