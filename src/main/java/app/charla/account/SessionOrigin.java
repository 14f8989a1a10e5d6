package app.charla.account;

/**
 * By which provider a session was opened.
 *
 * @param idToken what the provider said then, which it wants to hear again when its person signs out
 */
public record SessionOrigin(String provider, String idToken) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "SessionOrigin[" + provider + "]";
    }
}
