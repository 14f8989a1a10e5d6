package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of one statement.
 *
 * @param columns empty for a statement without a result set
 * @param rows values are null, {@link Long}, {@link Double}, {@link String} or {@code byte[]}; {@link Double#NaN},
 * which SQLite cannot store, represents an infinity whose sign the server does not tell
 */
record StmtResult(
        List<Column> columns,
        List<@Nullable Object[]> rows,
        long affectedRows,
        @Nullable Long lastInsertRowid) {

    boolean hasResultSet() {
        return !columns.isEmpty();
    }
}
