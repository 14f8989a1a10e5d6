package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** States of a server that are easier to bring about in a fake one. */
class ServerSwitchesTest {

    @RegisterExtension
    final FakeHrana sqld = new FakeHrana(FakeHrana.Mode.SQLD);

    @RegisterExtension
    final FakeHrana spec = new FakeHrana(FakeHrana.Mode.SPEC);

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void presentsItsToken() throws SQLException {
        sqld.requireToken("t0k3n");
        for (String token : new String[] {"", "wr0ng"}) {
            try (Connection connection = sqld.dataSource("password", token).getConnection()) {
                assertThatThrownBy(() -> execute(connection, "SELECT 1"))
                        .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
                        .hasMessageNotContaining("wr0ng");
                assertThat(connection.isValid(1)).isFalse();
            }
        }
        try (Connection connection = new LibsqlDataSource(sqld.jdbcUrl(), "t0k3n").getConnection();
                Connection other = new LibsqlDataSource(sqld.jdbcUrl(), "wr0ng").getConnection("", "t0k3n")) {
            execute(connection, "SELECT 1");
            execute(other, "SELECT 1");
        }
    }

    @Test
    void namesItsNamespaceInEveryRequest() throws SQLException {
        sqld.requireNamespace("space1");
        try (Connection connection = sqld.dataSource("namespace", "space1").getConnection();
                Connection lost = sqld.dataSource("namespace", "space2").getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "CREATE TABLE t (a)");
            connection.commit();
            assertThat(sqld.wire().requests())
                    .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-namespace-bin", "c3BhY2Ux"));
            assertThatThrownBy(() -> execute(lost, "SELECT 1"))
                    .extracting("SQLState")
                    .isEqualTo("3D000");
        }
    }

    /** A server holds a database for each space: a thread for each would be a thread for each space. */
    @Test
    void sharesOneHttpClientAmongDatabases() throws SQLException {
        execute(sqld.dataSource().getConnection(), "SELECT 1");
        long before = httpClients();
        List<LibsqlDataSource> databases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            databases.add(sqld.dataSource("namespace", "space" + i));
            execute(databases.getLast().getConnection(), "SELECT 1");
        }
        assertThat(httpClients()).isEqualTo(before);
        assertThat(databases).hasSize(20);
    }

    private static long httpClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
                .count();
    }

    @Test
    void waitsForAFreeStream() throws SQLException {
        sqld.limitStreams(1);
        try (Connection holder = sqld.dataSource().getConnection();
                Connection other = sqld.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            execute(holder, "CREATE TABLE t (a)");
            assertThatThrownBy(() -> execute(other, "SELECT 1"))
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .extracting("SQLState")
                    .isEqualTo("08004");
            holder.commit();
            execute(other, "SELECT 1");
        }
    }

    @Test
    void losesItsTransactionInAServerRestart() throws SQLException {
        for (FakeHrana server : new FakeHrana[] {sqld, spec}) {
            try (Connection connection = server.dataSource().getConnection()) {
                execute(connection, "CREATE TABLE t (a)");
                connection.setAutoCommit(false);
                execute(connection, "INSERT INTO t VALUES (1)");
                server.restart();
                assertThatThrownBy(() -> execute(connection, "INSERT INTO t VALUES (2)"))
                        .isInstanceOf(SQLTransientConnectionException.class)
                        .extracting("SQLState")
                        .isEqualTo("08006");
                connection.rollback();
                execute(connection, "INSERT INTO t VALUES (3)");
                server.restart();
                assertCommitFails(connection, server.mode());
                connection.rollback();
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
                    row.next();
                    assertThat(row.getInt(1)).isZero();
                }
            }
        }
    }

    /** Checks a server that answers 500 to a bad baton: the outcome of the COMMIT is unknown. */
    private static void assertCommitFails(Connection connection, FakeHrana.Mode mode) {
        boolean certain = mode == FakeHrana.Mode.SQLD;
        assertThatThrownBy(connection::commit)
                .isInstanceOf(
                        certain ? SQLTransientConnectionException.class : SQLNonTransientConnectionException.class)
                .extracting("SQLState")
                .isEqualTo(certain ? "08006" : "08007");
    }

    @Test
    void streamsWhatIsTooLargeForThisServer() throws SQLException {
        sqld.limitResponses(2000);
        try (Connection connection = sqld.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DriverContract.numbers(100))) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            assertThat(count).isEqualTo(100);
        }
    }

    @Test
    void reportsAnUnknownOutcomeWhenTheCommitAnswerIsTooLarge() throws SQLException {
        try (Connection connection = sqld.dataSource("deferredBatches", "true").getConnection();
                Statement statement = connection.createStatement()) {
            execute(connection, "CREATE TABLE t (a)");
            sqld.limitResponses(300);
            connection.setAutoCommit(false);
            statement.addBatch("INSERT INTO t VALUES ('" + "x".repeat(1000) + "') RETURNING a");
            statement.executeBatch();
            assertThatThrownBy(connection::commit)
                    .isInstanceOf(SQLNonTransientConnectionException.class)
                    .extracting("SQLState")
                    .isEqualTo("08007");
            connection.rollback();
        }
    }
}
