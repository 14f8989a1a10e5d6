package app.charla.libsql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results of a batch up to the first statement that failed, and its failure. */
record BatchResult(List<StmtResult> results, @Nullable SQLException failure) {

    List<StmtResult> orThrow() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}
