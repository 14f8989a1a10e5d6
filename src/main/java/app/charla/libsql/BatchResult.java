package app.charla.libsql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several statements gave: the results up to the first that failed, and its failure. */
record BatchResult(List<StmtResult> results, @Nullable SQLException failure) {

    List<StmtResult> orThrow() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}
