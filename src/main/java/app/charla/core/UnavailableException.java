package app.charla.core;

/** Storage unavailable; the same request may be repeated later. */
public class UnavailableException extends RuntimeException {

    public UnavailableException(Throwable cause) {
        super("the storage does not answer", cause);
    }
}
