package app.charla.core;

/** The storage cannot answer now. What was asked may be tried again as it is. */
public class UnavailableException extends RuntimeException {

    public UnavailableException(Throwable cause) {
        super("the storage does not answer", cause);
    }
}
