package app.charla.libsql;

import java.sql.SQLException;
import java.sql.Statement;

/** What JDBC asks of statements and SQLite has no notion of. */
abstract class UnsupportedStatement implements Statement {

    @Override
    public final void setCursorName(String first) throws SQLException {
        throw SqlErrors.unsupported("setCursorName");
    }
}
