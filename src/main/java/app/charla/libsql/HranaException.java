package app.charla.libsql;

import org.jspecify.annotations.Nullable;

/** Failed request. {@link SqlErrors} translates it for the caller of JDBC. */
final class HranaException extends Exception {

    private static final long serialVersionUID = 1L;

    /** State of knowledge about the request. */
    enum Kind {
        /** No connection could be made: nothing was sent. */
        UNREACHABLE,
        /** The server refused for now (429, 503 for a new stream): nothing ran. */
        BUSY,
        /** The request may have run; its answer was lost, is unreadable, or came from a proxy. */
        LOST,
        /** No answer within the network timeout: may have run. */
        STALLED,
        /** No answer within the statement's query timeout: may have run. */
        TIMED_OUT,
        /** Cancelled while the server was at it: may have run. */
        CANCELLED,
        /** Cancelled before it was sent. */
        NOT_SENT,
        /** The server no longer knows the stream: what was open there is rolled back, the request did not run. */
        STREAM_GONE,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        /** HTTP 400 that is not about the stream: the server did not understand, and forgets the stream. */
        BAD_REQUEST,
        /** Any other answer that means the request was turned away. */
        REFUSED;

        /** Returns whether the request certainly never reached a database. */
        boolean nothingRan() {
            return this == UNREACHABLE || this == BUSY || this == NOT_SENT;
        }

        /** Returns whether the server may still hold the stream as it was before the request. */
        boolean streamMayLive() {
            return this == UNREACHABLE
                    || this == BUSY
                    || this == NOT_SENT
                    || this == LOST
                    || this == STALLED
                    || this == UNAUTHORIZED;
        }
    }

    private final Kind kind;

    HranaException(Kind kind, String message) {
        this(kind, message, null);
    }

    HranaException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
