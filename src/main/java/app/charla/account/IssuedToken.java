package app.charla.account;

/**
 * A new session with its token, which is shown only now.
 *
 * @param token 256 random bits, URL-safe; only its digest is stored
 */
public record IssuedToken(String token, Session session) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "IssuedToken[" + session + "]";
    }
}
