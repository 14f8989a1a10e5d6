package app.charla.libsql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Probe of whether a table has rowids. An insert into a {@code WITHOUT ROWID} table changes no last rowid: the server then
 * answers that of the insert before it on the same stream, or 0.
 */
final class RowidTables {

    private static final String NAME = "(?:\\w+|\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|\\[[^]]+])";
    private static final Pattern TARGET = Pattern.compile(
            "(?:INSERT(?:\\s+OR\\s+\\w+)?|REPLACE)\\s+INTO\\s+(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Description of a probe that cannot be prepared. */
    static final Response.Described WITHOUT_ROWID = new Response.Described(0, List.of(), true);

    private RowidTables() {}

    /**
     * Returns a query that can be prepared only if the table of an INSERT has rowids; null for a statement whose table
     * is not evident.
     */
    static @Nullable String probe(SqlText text) {
        Matcher target = TARGET.matcher(text.sql());
        return text.kind() == SqlText.Kind.INSERT && target.lookingAt()
                ? "SELECT rowid FROM " + target.group(1) + " LIMIT 0"
                : null;
    }
}
