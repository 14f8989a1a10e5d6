package app.charla.libsql;

import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** A savepoint, with a name of its own on the server so that the same name may be given twice. */
record LibsqlSavepoint(int id, @Nullable String name) implements Savepoint {

    String sqlName() {
        return SqlText.quoted("jdbc_" + id);
    }

    @Override
    public int getSavepointId() throws SQLException {
        if (name != null) {
            throw SqlErrors.badSavepoint("The savepoint has a name and no number");
        }
        return id;
    }

    @Override
    public String getSavepointName() throws SQLException {
        if (name == null) {
            throw SqlErrors.badSavepoint("The savepoint has a number and no name");
        }
        return name;
    }
}
