package app.charla.fetch;

/** A page does not exist or may not be fetched. The message has the reason, for the log. */
public class UnfetchableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfetchableException(String message) {
        super(message);
    }

    UnfetchableException(String message, Throwable cause) {
        super(message, cause);
    }
}
