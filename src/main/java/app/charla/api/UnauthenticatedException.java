package app.charla.api;

/** A controller was reached without a token: some other door let the request through. */
class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
