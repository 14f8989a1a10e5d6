package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement to be sent, with its classification. */
record Command(SqlText text, Stmt stmt) {

    static Command of(SqlText text, List<@Nullable Object> args) {
        return new Command(text, new Stmt(text.sql(), args));
    }

    static Command of(SqlText text) {
        return of(text, List.of());
    }

    /** Returns whether it is known to change nothing. */
    boolean reads() {
        return text.isRead();
    }
}
