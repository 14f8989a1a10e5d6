package app.charla.libsql;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result set, one after the other. */
interface Rows {

    List<Column> columns();

    /** @return the next row, or null after the last */
    @Nullable
    Object @Nullable [] next() throws SQLException;

    /** Lets go of what the rows hold on the server. */
    default void close() {}

    static Rows of(StmtResult result) {
        Iterator<@Nullable Object[]> rows = result.rows().iterator();
        return new Rows() {
            @Override
            public List<Column> columns() {
                return result.columns();
            }

            @Override
            public @Nullable Object @Nullable [] next() {
                return rows.hasNext() ? rows.next() : null;
            }
        };
    }
}
