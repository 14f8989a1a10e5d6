package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement with its arguments.
 *
 * @param args null, {@link Long}, {@link Double}, {@link String} or {@code byte[]}
 */
record Stmt(String sql, List<@Nullable Object> args) {

    static Stmt of(String sql) {
        return new Stmt(sql, List.of());
    }

    /** A rough size of this statement in a request, in bytes. */
    long weight() {
        long weight = 64L + sql.length();
        for (Object arg : args) {
            weight += switch (arg) {
                case String text -> 32L + text.length();
                case byte[] bytes -> 32L + bytes.length * 4L / 3;
                case null, default -> 32L;
            };
        }
        return weight;
    }
}
