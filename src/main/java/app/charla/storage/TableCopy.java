package app.charla.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Copy of the rows of tables between two databases with the same schema. */
final class TableCopy {

    private static final int BATCH_SIZE = 500;

    private TableCopy() {}

    /** Returns the tables of a space by its file, without the search index, which is rebuilt. */
    static List<String> tables(Connection file) throws SQLException {
        try (Statement statement = file.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT name FROM sqlite_schema
                        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                          AND name <> 'flyway_schema_history' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
                        ORDER BY name""")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Replaces the rows of the target tables by those of the source, in one transaction on either side. */
    static void copy(List<String> tables, Connection from, Connection to) throws SQLException {
        from.setAutoCommit(false);
        to.setAutoCommit(false);
        for (String table : tables) {
            try (Statement clear = to.createStatement()) {
                clear.executeUpdate("DELETE FROM \"" + table + "\"");
            }
            copy(table, from, to);
        }
        resetFollowers(to);
        to.commit();
        from.rollback();
    }

    /**
     * Resets the search index so that it is rebuilt, as one from elsewhere cannot be trusted, and lets all followers go on
     * at the end of the journal: what happened elsewhere is told there.
     */
    static void resetFollowers(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("INSERT INTO search_text (search_text) VALUES ('delete-all')");
            statement.executeUpdate("UPDATE search_state SET position = 0, form = 0, until = NULL WHERE id = 1");
            statement.executeUpdate("UPDATE follower SET position = (SELECT coalesce(max(position), 0) FROM journal)");
        }
    }

    private static void copy(String table, Connection from, Connection to) throws SQLException {
        try (Statement select = from.createStatement()) {
            select.setFetchSize(BATCH_SIZE);
            try (ResultSet rows = select.executeQuery("SELECT * FROM \"" + table + "\"")) {
                List<String> columns = columns(rows.getMetaData());
                String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
                try (PreparedStatement insert = to.prepareStatement(
                        "INSERT INTO \"" + table + "\" (" + String.join(", ", columns) + ") VALUES (" + places + ")")) {
                    insert(rows, columns.size(), insert);
                }
            }
        }
    }

    private static void insert(ResultSet rows, int columns, PreparedStatement insert) throws SQLException {
        int waiting = 0;
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                insert.setObject(i, rows.getObject(i));
            }
            insert.addBatch();
            if (++waiting == BATCH_SIZE) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            insert.executeBatch();
        }
    }

    private static List<String> columns(ResultSetMetaData meta) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add("\"" + meta.getColumnName(i) + "\"");
        }
        return columns;
    }
}
