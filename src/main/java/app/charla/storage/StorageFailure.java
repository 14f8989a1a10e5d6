package app.charla.storage;

import app.charla.core.UnavailableException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Classification of database failures. Drivers and frameworks wrap a failure in many ways; the innermost exception
 * decides.
 */
public final class StorageFailure {

    private static final String OUTCOME_UNKNOWN = "08007";
    private static final int CONSTRAINT = 19;

    /**
     * SQLite result codes of a database that cannot be read or written now: busy, locked, I/O error, cannot open, full.
     */
    private static final Set<Integer> UNAVAILABLE = Set.of(5, 6, 10, 11, 13, 14, 26);

    private StorageFailure() {}

    /**
     * Translates a failure.
     *
     * @return an {@link UnavailableException} if the database does not answer, a {@link
     * DataIntegrityViolationException} for a constraint violation, otherwise the failure itself
     */
    public static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof UnavailableException || failure instanceof DataIntegrityViolationException) {
            return failure;
        }
        return causes(failure)
                .map(cause -> translate(cause, failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(failure);
    }

    private static @Nullable RuntimeException translate(Throwable cause, RuntimeException failure) {
        if (cause instanceof CannotCreateTransactionException) {
            return new UnavailableException(failure);
        }
        if (!(cause instanceof SQLException sql)) {
            return null;
        }
        String state = String.valueOf(sql.getSQLState());
        if (state.equals(OUTCOME_UNKNOWN)) {
            return new OutcomeUnknownException(failure);
        }
        if (state.startsWith("23") || (sql.getErrorCode() & 0xFF) == CONSTRAINT) {
            return new DataIntegrityViolationException(String.valueOf(sql.getMessage()), failure);
        }
        boolean away = state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("28")
                || UNAVAILABLE.contains(sql.getErrorCode() & 0xFF);
        return away ? new UnavailableException(failure) : null;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
