package app.charla.storage;

import org.jspecify.annotations.Nullable;

/**
 * Where the database of a space is, and what opens it, as the register of spaces keeps it.
 *
 * @param url of a database of a server's; {@code namespace:} and its name on the server at {@code DB_URL}; blank for
 *     the usual place, which is a file of the space's own, or the database at {@code DB_URL} itself
 * @param token what opens it, sealed, where the server asks for one
 */
public record DatabaseAddress(String url, @Nullable String token) {

    /** The usual place. */
    public static final DatabaseAddress DEFAULT = new DatabaseAddress("", null);

    private static final String NAMESPACE = "namespace:";

    public static DatabaseAddress namespace(String name, String token) {
        return new DatabaseAddress(NAMESPACE + name, token);
    }

    boolean isUsual() {
        return url.isEmpty();
    }

    /** The address itself, of a namespace on a server or of a server. */
    String on(String server) {
        return url.startsWith(NAMESPACE)
                ? server.replaceFirst("\\?.*", "") + "?namespace=" + url.substring(NAMESPACE.length())
                : url;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return isUsual() ? "the usual place" : url;
    }
}
