package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.SQLiteDataSource;

/** The migration of a directory from the version before administrators: the owners of the home space are some. */
class RegistrationMigrationTest {

    @TempDir
    Path folder;

    @Test
    void ownersOfTheHomeSpaceBecomeAdministrators() {
        Path file = folder.resolve("directory.db");
        var before = new SQLiteDataSource();
        before.setUrl("jdbc:sqlite:" + file);
        Flyway.configure()
                .dataSource(before)
                .locations("classpath:db/directory")
                .repeatableSqlMigrationPrefix("later")
                .target("12")
                .load()
                .migrate();
        var old = new JdbcTemplate(before);
        space(old, 1, true);
        space(old, 2, false);
        member(old, "owner", 1, "OWNER");
        member(old, "second", 1, "OWNER");
        member(old, "admin", 1, "ADMIN");
        member(old, "member", 1, "MEMBER");
        member(old, "elsewhere", 2, "OWNER");
        member(old, "dormant", 1, "OWNER");
        old.update("UPDATE account SET dormant = 1 WHERE username = 'dormant'");

        try (var migrated = SqliteFile.open(file, "classpath:db/directory", 1)) {
            var now = new JdbcTemplate(migrated);
            assertThat(now.queryForList(
                            "SELECT username FROM account WHERE administrator = 1 ORDER BY username", String.class))
                    .containsExactly("owner", "second");
            assertThat(now.queryForObject("SELECT count(*) FROM account WHERE waiting = 1", Integer.class))
                    .isZero();
            assertThat(now.queryForMap("SELECT mode, inviters, setup_code_hash FROM registration"))
                    .containsEntry("mode", null)
                    .containsEntry("inviters", "ADMINISTRATORS")
                    .containsEntry("setup_code_hash", null);
        }
    }

    private static void space(JdbcTemplate directory, int id, boolean home) {
        directory.update(
                "INSERT INTO space (id, slug, name, color, home, created_at) VALUES (?, ?, 'S', '#000000', ?, 1)",
                new byte[] {(byte) id},
                "s" + id,
                home);
    }

    private static void member(JdbcTemplate directory, String username, int space, String role) {
        byte[] id = username.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        directory.update("""
                INSERT INTO account (id, username, skeleton, name, password_hash, language, theme, created_at, version)
                VALUES (?, ?, ?, ?, '', 'EN', 'SYSTEM', 1, 0)""", id, username, username, username);
        directory.update(
                "INSERT INTO space_member (space_id, account_id, joined_at, role) VALUES (?, ?, 1, ?)",
                new byte[] {(byte) space},
                id,
                role);
    }
}
