package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The migrations of a directory that is in use. */
class DirectoryMigrationTest {

    @TempDir
    private Path data;

    @Test
    void knowsTheDevicesAndAddressesThatAreSignedIn() {
        var source = new DriverManagerDataSource("jdbc:sqlite:" + data.resolve("directory.db"));
        var database = new JdbcTemplate(source);
        migrate(source, "12");
        database.update("INSERT INTO account (id, username, skeleton, name, password_hash, language, theme, created_at,"
                + " version) VALUES (x'01', 'ana', 'ana', 'Ana', '', 'EN', 'SYSTEM', 0, 0)");
        session(database, "0A", "BROWSER", "203.0.113.7");
        session(database, "0B", "TOKEN", "203.0.113.7");
        session(database, "0C", "BROWSER", "2001:db8::1");
        session(database, "0D", "PERSONAL", "198.51.100.1");

        migrate(source, "latest");

        assertThat(database.queryForList("SELECT device FROM known_device ORDER BY device", String.class))
                .containsExactly("0a", "0b", "0c");
        assertThat(database.queryForList("SELECT device FROM session ORDER BY id", String.class))
                .containsExactly("0a", "0b", "0c", null);
        assertThat(database.queryForList("SELECT network FROM known_address", String.class))
                .isEqualTo(List.of("203.0.113.7"));
    }

    private static void migrate(DriverManagerDataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/directory")
                .repeatableSqlMigrationPrefix("later")
                .target(target)
                .load()
                .migrate();
    }

    private static void session(JdbcTemplate database, String id, String kind, String address) {
        database.update(
                "INSERT INTO session (id, account_id, kind, token_hash, label, address, created_at, last_used_at,"
                        + " expires_at) VALUES (x'" + id + "', x'01', '" + kind + "', x'" + id + "', '', '" + address
                        + "', 0, 0, 0)");
    }
}
