package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hikari, Flyway and Hibernate on the driver. */
abstract class FrameworkContract {

    abstract HranaServer server();

    /** Nothing is left behind; what is closed without waiting gets the time to arrive. */
    @AfterEach
    void leavesNoStreamOpen() {
        Await.until(() -> server().openStreams() == 0);
    }

    private Wire wire() {
        return server().wire();
    }

    private HikariDataSource pool(int size) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server().dataSource());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(5000);
        return new HikariDataSource(config);
    }

    private static void query(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1").close();
        }
    }

    // Hikari

    @Test
    void poolsConnectionsThatNeverGoStale() throws SQLException {
        try (HikariDataSource pool = pool(1)) {
            query(pool);
            wire().forgetRequests();
            server().pass(Duration.ofSeconds(15));
            assertThat(server().openStreams()).isZero();
            query(pool);
            assertThat(wire().requests()).hasSizeLessThanOrEqualTo(2);
            wire().forgetRequests();
            for (int i = 0; i < 200; i++) {
                query(pool);
            }
            assertThat(wire().requests()).hasSizeLessThanOrEqualTo(205);
        }
    }

    @Test
    void poolsConnectionsWhoseTransactionsWereLost() throws SQLException {
        try (HikariDataSource pool = pool(1)) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE item (name TEXT)");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO item VALUES ('a')");
                server().stealLock();
                assertThatThrownBy(() -> statement.execute("INSERT INTO item VALUES ('b')"))
                        .extracting("SQLState")
                        .isEqualTo("40001");
            }
            query(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO item VALUES ('c')");
                wire().once(request -> request.text().contains("'d'"), Wire.dropBefore());
                assertThatThrownBy(() -> statement.execute("INSERT INTO item VALUES ('d')"))
                        .extracting("SQLState")
                        .isEqualTo("08006");
            }
            server().letWritersIn();
            query(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> connection.createBlob()).isInstanceOf(SQLException.class);
                statement.execute("INSERT INTO item VALUES ('e')");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO item VALUES ('returned without commit')");
            }
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT group_concat(name) FROM item")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("e");
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void poolsByUrlToo() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server().jdbcUrl());
        config.setDriverClassName(LibsqlDriver.class.getName());
        try (HikariDataSource pool = new HikariDataSource(config)) {
            query(pool);
        }
    }

    // Flyway

    private Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:app/charla/libsql/migrations")
                .cleanDisabled(false)
                .load();
    }

    @Test
    void migratesAndCleans() throws SQLException {
        Flyway flyway = flyway(server().dataSource());
        MigrateResult result = flyway.migrate();
        assertThat(result.migrationsExecuted).isEqualTo(2);
        assertThat(wire().requests()).hasSizeLessThanOrEqualTo(48);
        wire().forgetRequests();
        assertThat(flyway(server().dataSource()).migrate().migrationsExecuted).isZero();
        assertThat(wire().requests()).hasSizeLessThanOrEqualTo(13);
        flyway.validate();
        assertThat(flyway.info().applied()).hasSize(2);
        flyway.clean();
        try (Connection connection = server().dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "VIEW"})) {
            assertThat(tables.next()).isFalse();
        }
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
        assertThat(server().openStreams()).isZero();
    }

    // Hibernate

    enum Mood {
        GOOD,
        BAD
    }

    /** One attribute of every type the application uses. */
    @Entity(name = "Thing")
    @Table(name = "thing")
    static class Thing {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Column(unique = true, nullable = false)
        String name = "";

        @Version
        @Nullable
        Integer version;

        @Nullable
        UUID uuid;

        @Nullable
        Instant instant;

        @Nullable
        OffsetDateTime offset_time;

        @Nullable
        LocalDateTime local_time;

        @Nullable
        LocalDate day;

        boolean flag;
        int small;
        double real_number;

        @Column(columnDefinition = "varchar")
        @Nullable
        BigDecimal price;

        @Enumerated(EnumType.STRING)
        @Nullable
        Mood mood;

        byte @Nullable [] bytes;

        @Lob
        @Nullable
        String text;

        @Nullable
        Duration length;
    }

    private SessionFactory hibernate(String ddl, DataSource database) {
        Configuration configuration = new Configuration().addAnnotatedClass(Thing.class);
        Map.of(
                        "hibernate.hbm2ddl.auto", ddl,
                        "hibernate.jdbc.use_get_generated_keys", "true",
                        "hibernate.jdbc.batch_size", "50",
                        "hibernate.jdbc.time_zone", "UTC")
                .forEach(configuration::setProperty);
        configuration.getProperties().put("hibernate.connection.datasource", database);
        return configuration.buildSessionFactory();
    }

    private static Thing thing(String name) {
        Thing thing = new Thing();
        thing.name = name;
        thing.uuid = UUID.fromString("0197b3c2-1111-7222-8333-444455556666");
        thing.instant = Instant.parse("2026-11-22T19:40:09.114123Z");
        thing.offset_time = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000, ZoneOffset.UTC);
        thing.local_time = LocalDateTime.of(2026, 7, 8, 9, 10, 11);
        thing.day = LocalDate.of(2026, 2, 28);
        thing.flag = true;
        thing.small = -7;
        thing.real_number = 0.1;
        thing.price = new BigDecimal("12345678901234567.89");
        thing.mood = Mood.BAD;
        thing.bytes = new byte[] {1, 2, -1};
        thing.text = "long text ž";
        thing.length = Duration.ofMillis(1500);
        return thing;
    }

    @Test
    void persistsAllTypesAndValidatesTheSchema() throws SQLException {
        LibsqlDataSource database = server().dataSource();
        flyway(database).migrate();
        wire().forgetRequests();
        hibernate("none", database).close();
        assertThat(wire().requests()).isEmpty();
        try (SessionFactory factory = hibernate("validate", database)) {
            assertThat(wire().requests()).hasSizeLessThanOrEqualTo(2);
            wire().forgetRequests();
            factory.inTransaction(session -> session.persist(thing("one")));
            assertThat(wire().shapes())
                    .as("whether the table has rowids is asked once")
                    .hasSize(3)
                    .containsOnlyOnce("describe");
            factory.inTransaction(session -> {
                Thing found = session.createQuery("from Thing where name = 'one'", Thing.class)
                        .getSingleResult();
                assertThat(found)
                        .usingRecursiveComparison()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .ignoringFields("id", "version")
                        .isEqualTo(thing("one"));
                assertThat(found.price).isEqualTo(new BigDecimal("12345678901234567.89"));
                assertThat(found.id).isEqualTo(2);
                found.text = "changed";
            });
            Thing changed = factory.fromTransaction(session -> session.find(Thing.class, 2L));
            assertThat(changed.version).isEqualTo(1);
            assertThat(changed.text).isEqualTo("changed");
            wire().forgetRequests();
            factory.inTransaction(session -> {
                List<Thing> all = session.createQuery("from Thing t where t.instant < :now", Thing.class)
                        .setParameter("now", Instant.parse("2026-11-22T19:40:09.114124Z"))
                        .setLockMode(LockModeType.OPTIMISTIC)
                        .setMaxResults(10)
                        .getResultList();
                all.forEach(session::remove);
            });
            long left = factory.fromTransaction(session -> session.createQuery("select count(*) from Thing", Long.class)
                    .getSingleResult());
            assertThat(left).isZero();
        }
    }

    @Test
    void mapsConstraintViolationsForHibernate() throws SQLException {
        LibsqlDataSource database = server().dataSource();
        flyway(database).migrate();
        try (SessionFactory factory = hibernate("none", database)) {
            factory.inTransaction(session -> session.persist(thing("same")));
            assertThatThrownBy(() -> factory.inTransaction(session -> session.persist(thing("same"))))
                    .isInstanceOfSatisfying(ConstraintViolationException.class, e -> {
                        assertThat(e.getConstraintName()).contains("thing.name");
                    });
            assertThatThrownBy(() -> factory.inTransaction(session -> {
                        session.persist(thing("other"));
                        stealLock();
                        session.persist(thing("another"));
                    }))
                    .hasCauseInstanceOf(LockAcquisitionException.class);
            factory.inTransaction(session -> session.persist(thing("next")));
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM thing");
                var row = select.executeQuery()) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
        assertThat(server().openStreams()).isZero();
    }

    private void stealLock() {
        try {
            server().stealLock();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
