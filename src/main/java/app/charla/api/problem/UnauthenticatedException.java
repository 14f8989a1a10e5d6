package app.charla.api.problem;

/** A controller was reached without a token: the request did not pass the token filter. */
public class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
