package app.charla.account;

/**
 * The identity provider that opened a session.
 *
 * @param idToken the ID token of that sign-in, which the provider requires at sign-out ({@code id_token_hint})
 */
public record SessionOrigin(String provider, String idToken) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "SessionOrigin[" + provider + "]";
    }
}
