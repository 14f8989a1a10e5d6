package app.charla.account;

/**
 * A session just opened, with the one sight of its token that there will ever be.
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
