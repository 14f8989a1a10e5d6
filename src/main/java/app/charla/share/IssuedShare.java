package app.charla.share;

/**
 * A share that was just made.
 *
 * @param token what its address ends with; kept nowhere, so told only now
 */
public record IssuedShare(Share share, String token) {

    @Override
    public String toString() {
        return "NewShare[" + share + "]";
    }
}
