package app.charla.api.problem;

/** A controller was reached without a token: some other door let the request through. */
public class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
