package app.charla.share;

/**
 * A newly issued share; its token is available only here.
 *
 * @param token the last part of its URL; only its digest is stored
 */
public record IssuedShare(Share share, String token) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "IssuedShare[" + share + "]";
    }
}
