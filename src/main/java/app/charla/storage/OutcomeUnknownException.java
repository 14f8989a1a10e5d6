package app.charla.storage;

import app.charla.core.UnavailableException;

/** The answer to a commit was lost: it may have happened or not. */
class OutcomeUnknownException extends UnavailableException {

    OutcomeUnknownException(Throwable cause) {
        super(cause);
    }
}
