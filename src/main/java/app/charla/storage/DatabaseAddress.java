package app.charla.storage;

import org.jspecify.annotations.Nullable;

/**
 * Where the database of a space is, and what opens it.
 *
 * @param url of JDBC, or blank for a file of the space's own in the data folder
 * @param token what opens it, where the server asks for one; a secret
 */
public record DatabaseAddress(String url, @Nullable String token) {

    /** A file in the data folder, named after the space. */
    public static final DatabaseAddress FILE = new DatabaseAddress("", null);

    /** Without the secret. */
    @Override
    public String toString() {
        return url.isEmpty() ? "a file of its own" : url;
    }
}
