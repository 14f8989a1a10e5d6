package app.charla.libsql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which generated values a statement is to give: none, the rowid, or named columns by way of RETURNING. */
record GeneratedKeys(boolean wanted, List<String> columns) {

    static final GeneratedKeys NONE = new GeneratedKeys(false, List.of());
    static final GeneratedKeys ROWID = new GeneratedKeys(true, List.of());

    private static final Column KEY_COLUMN = new Column("GENERATED_KEY", "INTEGER");
    private static final StmtResult NO_KEYS = new StmtResult(List.of(KEY_COLUMN), List.of(), 0, null);

    static GeneratedKeys of(boolean wanted) {
        return wanted ? ROWID : NONE;
    }

    static GeneratedKeys of(String @Nullable [] columns) {
        return columns == null || columns.length == 0
                ? NONE
                : new GeneratedKeys(true, List.copyOf(Arrays.asList(columns)));
    }

    /** The statement as it must be sent to learn the keys. */
    SqlText applyTo(SqlText text) {
        return columns.isEmpty() ? text : text.returning(columns);
    }

    /** Returns whether the rows of this statement are the keys, and no result of its own. */
    boolean areRowsOf(SqlText sent, SqlText written) {
        return sent.returning() && !written.returning();
    }

    /** The last rowid, if the statement inserted anything with a rowid; SQLite tells no others. */
    static StmtResult rowid(StmtResult result, boolean hasRowid) {
        if (!hasRowid || result.lastInsertRowid() == null) {
            return NO_KEYS;
        }
        @Nullable Object[] row = {result.lastInsertRowid()};
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(row);
        return new StmtResult(List.of(KEY_COLUMN), rows, 0, null);
    }

    /** Returns whether a statement has inserted, by the count that the server gives. */
    static boolean inserted(SqlText text, StmtResult result) {
        return text.kind() == SqlText.Kind.INSERT && result.affectedRows() > 0;
    }

    static StmtResult none() {
        return NO_KEYS;
    }

    /** The keys of several statements one after the other. */
    static StmtResult joined(List<StmtResult> keys) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        keys.forEach(key -> rows.addAll(key.rows()));
        return keys.isEmpty() ? NO_KEYS : new StmtResult(keys.getFirst().columns(), rows, 0, null);
    }
}
