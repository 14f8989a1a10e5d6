package app.charla.storage;

import app.charla.core.UnavailableException;

/** Lost answer to a commit: the transaction may have been committed or not. */
class OutcomeUnknownException extends UnavailableException {

    OutcomeUnknownException(Throwable cause) {
        super(cause);
    }
}
