package app.charla.libsql;

import java.util.List;

/** What a connection has changed last, for those who ask as they would ask SQLite. */
final class LastChange {

    private long rowid;
    private long count;

    long rowid() {
        return rowid;
    }

    long count() {
        return count;
    }

    /**
     * Takes in what statements did.
     *
     * @return whether one of them may have changed the schema
     */
    boolean remember(List<Command> commands, List<StmtResult> results) {
        boolean schema = false;
        for (int i = 0; i < results.size(); i++) {
            SqlText.Kind kind = commands.get(i).text().kind();
            StmtResult result = results.get(i);
            if (kind == SqlText.Kind.INSERT || kind == SqlText.Kind.CHANGE) {
                count = result.affectedRows();
                if (kind == SqlText.Kind.INSERT && count > 0 && result.lastInsertRowid() != null) {
                    rowid = result.lastInsertRowid();
                }
            } else {
                schema |= kind == SqlText.Kind.SCHEMA || kind == SqlText.Kind.OTHER;
            }
        }
        return schema;
    }
}
