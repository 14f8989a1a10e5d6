package app.charla.libsql;

import java.util.List;

/** Last insert id and change counts of a connection, for those who query them as in SQLite. */
final class LastChange {

    private final Runnable forgetSchema;
    private long rowid;
    private long count;

    /** @param forgetSchema what is known of statements no longer holds once the schema may have changed */
    LastChange(Runnable forgetSchema) {
        this.forgetSchema = forgetSchema;
    }

    long rowid() {
        return rowid;
    }

    long count() {
        return count;
    }

    /** Takes in what statements did, of which the last ones may have no result. */
    void remember(List<Command> commands, List<StmtResult> results) {
        for (int i = 0; i < Math.min(commands.size(), results.size()); i++) {
            remember(commands.get(i).text().kind(), results.get(i));
        }
    }

    private void remember(SqlText.Kind kind, StmtResult result) {
        switch (kind) {
            case INSERT -> {
                count = result.affectedRows();
                if (count > 0 && result.lastInsertRowid() != null) {
                    rowid = result.lastInsertRowid();
                }
            }
            case CHANGE -> count = result.affectedRows();
            case SCHEMA, OTHER -> forgetSchema.run();
            default -> {}
        }
    }
}
