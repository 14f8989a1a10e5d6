package app.charla.libsql;

import java.sql.SQLException;

/** {@link java.sql.Wrapper} for objects that wrap nothing. */
final class Wrapping {

    private Wrapping() {}

    static <T> T unwrap(Object self, Class<T> type) throws SQLException {
        if (type.isInstance(self)) {
            return type.cast(self);
        }
        throw SqlErrors.badArgument("Not a " + type.getName());
    }
}
