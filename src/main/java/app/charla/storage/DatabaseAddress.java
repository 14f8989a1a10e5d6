package app.charla.storage;

import org.jspecify.annotations.Nullable;

/**
 * Location of the database of a space, and its credentials, as the register of spaces stores them.
 *
 * @param url of a database on a server; {@code namespace:} and its name on the server at {@code DB_URL}; blank for the
 * default, which is a file per space, or the database at {@code DB_URL} itself
 * @param token the encrypted token, where the server requires one
 */
public record DatabaseAddress(String url, @Nullable String token) {

    /** The default location. */
    public static final DatabaseAddress DEFAULT = new DatabaseAddress("", null);

    private static final String NAMESPACE = "namespace:";

    public static DatabaseAddress namespace(String name, String token) {
        return new DatabaseAddress(NAMESPACE + name, token);
    }

    boolean isDefault() {
        return url.isEmpty();
    }

    /** The URL, of a namespace on a server or of a server. */
    String on(String server) {
        return url.startsWith(NAMESPACE)
                ? server.replaceFirst("\\?.*", "") + "?namespace=" + url.substring(NAMESPACE.length())
                : url;
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return isDefault() ? "the usual place" : url;
    }
}
