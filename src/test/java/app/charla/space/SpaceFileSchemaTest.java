package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.storage.SpaceFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares {@link SpaceFileSchema} with the migrated schema of a space. Whoever adds a column decides here whether it holds
 * an account, and whether a restored file must be checked for its values.
 */
class SpaceFileSchemaTest {

    /** Identifiers of 16 bytes that are not accounts. */
    private static final Set<String> OTHER_IDENTIFIERS = Set.of(
            "chat.id",
            "membership.chat_id",
            "message.chat_id",
            "message.origin_chat_id",
            "mention.chat_id",
            "pin.chat_id",
            "media.id",
            "attachment.media_id",
            "attachment.chat_id",
            "journal.chat_id");

    /** Columns that no check names: foreign keys, and values whose reader accepts anything. */
    private static final Map<String, Set<String>> UNCHECKED = Map.ofEntries(
            Map.entry("chat", Set.of("creator_id", "request_key", "standard", "version", "topic")),
            Map.entry("membership", Set.of("chat_id", "role", "hidden_seq", "muted", "shown_seq", "draft", "draft_at")),
            Map.entry(
                    "message",
                    Set.of("chat_id", "client_id", "kind", "edited_at", "deleted_at", "version", "revision")),
            Map.entry("message_version", Set.of("message_id")),
            Map.entry("reaction", Set.of("message_id")),
            Map.entry("saved", Set.of("message_id")),
            Map.entry("preview", Set.of("message_id", "address", "site", "title", "description", "removed")),
            Map.entry("journal", Set.of("position", "kind", "message_id", "at", "batch")),
            Map.entry("settings", Set.of("id", "previews")),
            Map.entry("follower", Set.of("name", "position")),
            Map.entry("search_state", Set.of("id", "position", "until", "form")));

    private record SchemaColumn(String table, String name, String type) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void migrate() {
        file = folder.resolve("space.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/space")
                .load()
                .migrate();
    }

    @Test
    void namesEveryAccountColumn() throws SQLException {
        assertThat(accountColumns())
                .containsExactlyInAnyOrderElementsOf(SpaceFileSchema.ACCOUNT_COLUMNS.stream()
                        .map(column -> column.table() + "." + column.name())
                        .toList());
    }

    @Test
    void noticesANewAccountColumn() throws SQLException {
        execute("ALTER TABLE message ADD COLUMN assignee_id BLOB");

        assertThat(accountColumns()).contains("message.assignee_id");
    }

    @Test
    void checksEveryColumnButTheNamedExceptions() throws SQLException {
        assertThat(uncheckedColumns())
                .containsExactlyInAnyOrderElementsOf(UNCHECKED.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(column -> entry.getKey() + "." + column))
                        .toList());
    }

    @Test
    void noticesANewUncheckedColumnAndTable() throws SQLException {
        execute("ALTER TABLE reaction ADD COLUMN skin_tone TEXT");
        execute("CREATE TABLE poll (question TEXT)");

        assertThat(uncheckedColumns()).contains("reaction.skin_tone", "poll.question");
    }

    /** All identifiers of 16 bytes but those of something else. */
    private Set<String> accountColumns() throws SQLException {
        return names(column -> column.type().equals("BLOB") && !OTHER_IDENTIFIERS.contains(column.toString()));
    }

    private Set<String> uncheckedColumns() throws SQLException {
        return names(column -> SpaceFileSchema.MALFORMED_ROWS.stream()
                .filter(check -> check.startsWith(column.table() + " WHERE"))
                .noneMatch(check -> Pattern.compile("\\b" + column.name() + "\\b")
                        .matcher(check)
                        .find()));
    }

    private Set<String> names(Predicate<SchemaColumn> wanted) throws SQLException {
        return columns().stream().filter(wanted).map(SchemaColumn::toString).collect(Collectors.toSet());
    }

    /** Without the migration history and the search index, which are not taken from a restored file. */
    private Set<SchemaColumn> columns() throws SQLException {
        var columns = new HashSet<SchemaColumn>();
        try (Connection connection = SpaceFiles.open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT t.name, c.name, c.type FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
                          AND t.name <> 'flyway_schema_history' AND t.name NOT LIKE 'search_text%'""")) {
            while (rows.next()) {
                columns.add(new SchemaColumn(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return columns;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = SpaceFiles.open(file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
