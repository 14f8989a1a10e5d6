package app.charla.libsql;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Hosts that a server may redirect a stream to. */
final class Hosts {

    private Hosts() {}

    /** @return the address to continue at, or null if it must not be followed */
    static @Nullable URI follow(URI current, String baseUrl) {
        try {
            URI next = URI.create(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
            boolean http = "http".equalsIgnoreCase(next.getScheme());
            boolean https = "https".equalsIgnoreCase(next.getScheme());
            boolean downgrade = http && "https".equalsIgnoreCase(current.getScheme());
            return (http || https) && !downgrade && next.getHost() != null ? next : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Same host, or siblings below one parent domain of at least two labels. */
    static boolean sameSite(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return true;
        }
        String parent = parent(one);
        return parent != null && parent.equalsIgnoreCase(parent(other));
    }

    private static @Nullable String parent(String host) {
        boolean address = host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        int dot = host.indexOf('.');
        return !address && dot > 0 && host.indexOf('.', dot + 1) > 0 ? host.substring(dot + 1) : null;
    }
}
