package app.charla.libsql;

import java.sql.BatchUpdateException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a failure becomes an {@link SQLException}.
 *
 * <p>The class tells frameworks whether to try again: transient ones promise that nothing was committed, and a write
 * or COMMIT of unknown outcome is never transient. The vendor code is SQLite's primary result code. SQLState 0A000 is
 * never used: connection pools take it for a broken connection.
 */
final class SqlErrors {

    private static final Map<String, Integer> RESULT_CODES = Map.ofEntries(
            Map.entry("ERROR", 1),
            Map.entry("UNKNOWN", 1),
            Map.entry("INTERNAL", 2),
            Map.entry("PERM", 3),
            Map.entry("ABORT", 4),
            Map.entry("BUSY", 5),
            Map.entry("LOCKED", 6),
            Map.entry("NOMEM", 7),
            Map.entry("READONLY", 8),
            Map.entry("INTERRUPT", 9),
            Map.entry("IOERR", 10),
            Map.entry("CORRUPT", 11),
            Map.entry("NOTFOUND", 12),
            Map.entry("FULL", 13),
            Map.entry("CANTOPEN", 14),
            Map.entry("PROTOCOL", 15),
            Map.entry("SCHEMA", 17),
            Map.entry("TOOBIG", 18),
            Map.entry("CONSTRAINT", 19),
            Map.entry("MISMATCH", 20),
            Map.entry("MISUSE", 21),
            Map.entry("AUTH", 23),
            Map.entry("RANGE", 25),
            Map.entry("NOTADB", 26));

    private static final List<String> ABOUT_THE_TEXT = List.of(
            "syntax error",
            "incomplete input",
            "unrecognized token",
            "no such",
            "has no column named",
            "already exists",
            "ambiguous column",
            "misuse of",
            "wrong number of arguments",
            "values for",
            "values were supplied",
            "may not be");

    private SqlErrors() {}

    /** Context of a failed request, which decides what its failure means. */
    enum During {
        /** A statement outside a transaction that cannot change anything. */
        READ,
        /** Any other statement outside a transaction. */
        WRITE,
        /** A statement in a transaction. */
        TRANSACTION,
        /** A request with the COMMIT. */
        COMMIT;

        /** Returns whether the change may have been made for good although no answer came. */
        boolean leavesOutcomeUnknown() {
            return this == WRITE || this == COMMIT;
        }
    }

    /** @param held whether the request was to continue a stream, so that its transaction is lost with it */
    static SQLException of(HranaException e, During during, boolean held) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return switch (e.kind()) {
            case UNREACHABLE ->
                held ? rolledBack(message, e) : new SQLTransientConnectionException(message, "08001", e);
            case BUSY -> held ? rolledBack(message, e) : new SQLTransientConnectionException(message, "08004", e);
            case LOST, STALLED -> lost(message, e, during);
            case TIMED_OUT ->
                during.leavesOutcomeUnknown()
                        ? outcomeUnknown(message, e)
                        : new SQLTimeoutException("The query took longer than its timeout", "HYT00", e);
            case CANCELLED ->
                during.leavesOutcomeUnknown() ? outcomeUnknown(message, e) : new SQLException(message, "57014", e);
            case NOT_SENT -> new SQLException(message, "57014", e);
            case STREAM_GONE -> rolledBack(message, e);
            case UNAUTHORIZED -> new SQLInvalidAuthorizationSpecException(message, "28000", e);
            case FORBIDDEN -> new SQLException(message, "42501", e);
            case NOT_FOUND ->
                new SQLNonTransientException(
                        message + " (no such database, or no Hrana 3 server at this address)", "3D000", e);
            case BAD_REQUEST -> during == During.COMMIT ? outcomeUnknown(message, e) : refused(message, e, held);
            case REFUSED -> refused(message, e, held);
        };
    }

    private static SQLException lost(String message, HranaException e, During during) {
        return switch (during) {
            case READ -> new SQLTransientConnectionException(message, "08006", e);
            case TRANSACTION -> rolledBack(message, e);
            case WRITE, COMMIT -> outcomeUnknown(message, e);
        };
    }

    private static SQLException refused(String message, HranaException e, boolean held) {
        return held ? rolledBack(message, e) : new SQLNonTransientConnectionException(message, "08P01", e);
    }

    private static SQLException outcomeUnknown(String message, HranaException e) {
        return new SQLNonTransientConnectionException(
                message + "; it is unknown whether the change was made", "08007", e);
    }

    private static SQLException rolledBack(String message, @Nullable Throwable cause) {
        return new SQLTransientConnectionException(message + "; the transaction was rolled back", "08006", cause);
    }

    /** Translates the error of a statement. */
    static SQLException of(ServerError error, LibsqlOptions options) {
        String message = options.redact(error.message());
        if (error.codeStartsWith("SQLITE_")) {
            return sqlite(message, resultCode(error));
        }
        return switch (error.code() == null ? "" : error.code()) {
            case "TRANSACTION_TIMEOUT", "TRANSACTION_BUSY" -> new SQLTransactionRollbackException(message, "40001", 5);
            case "BLOCKED", "AUTH_READONLY" -> new SQLException(message, "42501", 8);
            case "RESPONSE_TOO_LARGE" ->
                new SQLException(message + "; set a fetch size to read the rows as a stream", "54000", 18);
            case "ARGS_INVALID", "ARGS_BOTH_POSITIONAL_AND_NAMED" -> new SQLSyntaxErrorException(message, "07001", 1);
            case "SQL_PARSE_ERROR", "SQL_INPUT_ERROR", "SQL_NO_STATEMENT", "SQL_MANY_STATEMENTS" -> syntax(message);
            case "" -> byMessage(message);
            default -> new SQLException(message, "HY000", 1);
        };
    }

    private static int resultCode(ServerError error) {
        String[] parts = error.code() == null ? new String[0] : error.code().split("_", 3);
        return parts.length < 2 ? 1 : RESULT_CODES.getOrDefault(parts[1], 1);
    }

    private static SQLException byMessage(String message) {
        if (message.contains("constraint failed")) {
            return constraint(message);
        }
        if (message.contains("database is locked")) {
            return new SQLTransactionRollbackException(message, "40001", 5);
        }
        if (message.contains("integer overflow")) {
            return new SQLDataException(message, "22003", 1);
        }
        return isAboutTheText(message) ? syntax(message) : new SQLException(message, "HY000", 1);
    }

    private static boolean isAboutTheText(String message) {
        return ABOUT_THE_TEXT.stream().anyMatch(message::contains);
    }

    private static SQLException sqlite(String message, int code) {
        return switch (code) {
            case 1 -> byMessage(message);
            case 3, 8, 23 -> new SQLException(message, "42501", code);
            case 5, 6 -> new SQLTransactionRollbackException(message, "40001", code);
            case 9 -> new SQLException(message, "57014", code);
            case 10, 14 -> new SQLException(message, "58030", code);
            case 11, 26 -> new SQLNonTransientException(message, "XX001", code);
            case 13 -> new SQLException(message, "53100", code);
            case 18 -> new SQLDataException(message, "22001", code);
            case 19 -> constraint(message);
            case 20 -> new SQLDataException(message, "22018", code);
            case 25 -> new SQLSyntaxErrorException(message, "07001", code);
            default -> new SQLException(message, "HY000", code);
        };
    }

    /** sqld sends the primary code only, so the message has to tell which constraint it was. */
    private static SQLException constraint(String message) {
        String state = "23000";
        if (message.contains("UNIQUE constraint") || message.contains("PRIMARY KEY constraint")) {
            state = "23505";
        } else if (message.contains("NOT NULL constraint")) {
            state = "23502";
        } else if (message.contains("FOREIGN KEY constraint")) {
            state = "23503";
        } else if (message.contains("CHECK constraint")) {
            state = "23514";
        }
        return new SQLIntegrityConstraintViolationException(message, state, 19);
    }

    private static SQLException syntax(String message) {
        String state = "42000";
        if (message.contains("no such table") || message.contains("no such view")) {
            state = "42S02";
        } else if (message.contains("no such column") || message.contains("has no column named")) {
            state = "42S22";
        } else if (message.contains("already exists")) {
            state = "42S01";
        }
        return new SQLSyntaxErrorException(message, state, 1);
    }

    /** The server refused to send what it had done: of a COMMIT among it nobody knows. */
    static SQLException unreportedCommit(ServerError error, LibsqlOptions options) {
        return new SQLNonTransientConnectionException(
                options.redact(error.message()) + "; it is unknown whether the change was made", "08007");
    }

    /** The server has rolled the transaction back by itself. */
    static SQLException transactionLost() {
        return new SQLTransactionRollbackException("The server has rolled the transaction back", "40001", 5);
    }

    static SQLException streamClosed() {
        return rolledBack("The server has closed the stream", null);
    }

    static SQLException brokenTransfer(String message, @Nullable Throwable cause) {
        return new SQLTransientConnectionException(message, "08006", cause);
    }

    /** For everything asked of a transaction between its failure and its rollback. */
    static SQLException transactionFailed() {
        return new SQLException("The transaction has failed; roll it back before going on", "25P02");
    }

    static SQLException wrongTransactionState(String message) {
        return new SQLException(message, "25000");
    }

    /** A statement of a batch has failed; the chain ends with the failure itself, under its own class. */
    static BatchUpdateException batch(SQLException failure, int[] counts) {
        BatchUpdateException batch = new BatchUpdateException(
                failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), counts, failure);
        batch.setNextException(failure);
        return batch;
    }

    static SQLException badSavepoint(String message) {
        return new SQLException(message, "3B001");
    }

    static SQLException badUrl(String message) {
        return new SQLNonTransientConnectionException("Unusable libSQL settings: " + message, "08001");
    }

    static SQLException closed(String what) {
        return new SQLNonTransientException("The " + what + " is closed", "24000");
    }

    static SQLException connectionClosed() {
        return new SQLNonTransientConnectionException("The connection is closed", "08003");
    }

    static SQLFeatureNotSupportedException unsupported(String feature) {
        return new SQLFeatureNotSupportedException(feature + " is not supported by libSQL", "HYC00");
    }

    static SQLException badArgument(String message) {
        return new SQLNonTransientException(message, "HY024");
    }

    static SQLException badIndex(String message) {
        return new SQLNonTransientException(message, "07009");
    }

    static SQLException badStatement(String message) {
        return new SQLSyntaxErrorException(message, "42000", 1);
    }

    static SQLException missingParameter(int index) {
        return new SQLSyntaxErrorException("Parameter " + index + " is not set", "07001", 1);
    }

    static SQLException badValue(String message) {
        return new SQLDataException(message, "22018");
    }

    static SQLException outOfRange(String message) {
        return new SQLDataException(message, "22003");
    }

    static SQLException badText(String message) {
        return new SQLDataException(message, "22021");
    }
}
