package app.charla.fetch;

/** There is no page at an address, or none that is fetched. The message says why; it is for the log. */
public class UnfetchableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfetchableException(String message) {
        super(message);
    }

    UnfetchableException(String message, Throwable cause) {
        super(message, cause);
    }
}
