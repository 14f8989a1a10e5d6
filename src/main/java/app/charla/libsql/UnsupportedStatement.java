package app.charla.libsql;

import java.sql.SQLException;
import java.sql.Statement;

/** Methods of JDBC statements that have no equivalent in SQLite. */
abstract class UnsupportedStatement implements Statement {

    @Override
    public final void setCursorName(String first) throws SQLException {
        throw SqlErrors.unsupported("setCursorName");
    }
}
