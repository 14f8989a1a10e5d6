package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens, namespaces and crashes: what only a server of its own can show. */
class SqldServerIT {

    private static final KeyPair KEYS = keys();

    @RegisterExtension
    final Sqld sqld = new Sqld(List.of("--auth-jwt-key-file", keyFile().toString()));

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path keyFile() {
        try {
            String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(KEYS.getPublic().getEncoded());
            Path file = Files.createTempFile("key", ".pem");
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String token(String access, String namespace, Instant expires) {
        try {
            String head = base64("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
            String claims =
                    "{\"a\":\"" + access + "\",\"id\":\"" + namespace + "\",\"exp\":" + expires.getEpochSecond() + "}";
            String signed = head + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String later(String access, String namespace) {
        return token(access, namespace, Instant.now().plusSeconds(3600));
    }

    private Connection connect(String token) throws SQLException {
        return sqld.dataSource("password", token).getConnection();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void reportsRefusedTokensWithoutRepeatingThem() throws SQLException {
        String namespace = sqld.namespace();
        String good = later("rw", namespace);
        String expired = token("rw", namespace, Instant.now().minusSeconds(3600));
        String forged = good.substring(0, good.length() - 20) + "A".repeat(20);
        for (String token : List.of("", expired, forged)) {
            try (Connection connection = connect(token)) {
                assertThatThrownBy(() -> execute(connection, "SELECT 1"))
                        .isInstanceOfSatisfying(SQLInvalidAuthorizationSpecException.class, e -> {
                            assertThat(e.getSQLState()).isEqualTo("28000");
                            assertThat(e.getMessage()).doesNotContain(good.substring(0, 20));
                        });
            }
        }
        try (Connection connection = connect(good)) {
            execute(connection, "CREATE TABLE item (name TEXT)");
            assertThat(connection.toString() + connection.getMetaData().getURL())
                    .doesNotContain(good);
        }
        try (Connection connection = connect(later("ro", namespace))) {
            execute(connection, "SELECT * FROM item");
            assertThatThrownBy(() -> execute(connection, "INSERT INTO item VALUES ('a')"))
                    .extracting("SQLState")
                    .isEqualTo("42501");
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            execute(connection, "SELECT * FROM item");
            assertThatThrownBy(() -> execute(connection, "INSERT INTO item VALUES ('a')"))
                    .extracting("SQLState")
                    .isEqualTo("42501");
            connection.rollback();
            execute(connection, "SELECT * FROM item");
        }
    }

    @Test
    void keepsNamespacesApart() throws Exception {
        try (Connection connection = connect(later("rw", "another"))) {
            assertThatThrownBy(() -> execute(connection, "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .extracting("SQLState")
                    .isEqualTo("3D000");
        }
        sqld.createNamespace("second");
        LibsqlDataSource second =
                new LibsqlDataSource("jdbc:libsql:" + sqld.wire().url() + "?namespace=second", later("rw", "second"));
        try (Connection here = connect(later("rw", sqld.namespace()));
                Connection there = second.getConnection()) {
            execute(here, "CREATE TABLE only_here (name TEXT)");
            assertThatThrownBy(() -> execute(there, "SELECT * FROM only_here"))
                    .extracting("SQLState")
                    .isEqualTo("42S02");
        }
    }

    @Test
    void keepsCommittedRowsAfterACrash() throws Exception {
        try (Connection connection = connect(later("rw", sqld.namespace()));
                Connection idle = connect(later("rw", sqld.namespace()))) {
            execute(idle, "CREATE TABLE item (name TEXT)");
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO item VALUES ('committed')");
            connection.commit();
            execute(connection, "INSERT INTO item VALUES ('open')");
            sqld.crashAndRestart();
            assertThatThrownBy(() -> execute(connection, "INSERT INTO item VALUES ('after')"))
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .extracting("SQLState")
                    .isEqualTo("08006");
            connection.rollback();
            try (Statement statement = idle.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT group_concat(name) FROM item")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("committed");
            }
            execute(connection, "INSERT INTO item VALUES ('again')");
            connection.commit();
        }
    }
}
