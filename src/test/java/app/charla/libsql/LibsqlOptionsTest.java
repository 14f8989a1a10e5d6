package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibsqlOptionsTest {

    private static LibsqlOptions parse(String url) throws SQLException {
        return LibsqlOptions.parse(url, new Properties());
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:libsql:libsql://db.turso.io, https://db.turso.io/",
        "jdbc:libsql://db.turso.io, https://db.turso.io/",
        "jdbc:libsql:https://h:8443/base, https://h:8443/base/",
        "jdbc:libsql:http://127.0.0.1:8080, http://127.0.0.1:8080/",
        "jdbc:libsql:libsql://h?tls=0, http://h/"
    })
    void findsTheServer(String url, URI base) throws SQLException {
        assertThat(parse(url).base()).isEqualTo(base);
        assertThat(parse(url).base().resolve("v3/pipeline").toString()).endsWith("/v3/pipeline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:libsql:",
                "jdbc:libsql:ftp://h",
                "jdbc:libsql:http://user:s3cr3t@h",
                "jdbc:libsql:http://h/s3cr3t path",
                "jdbc:libsql:http://h?transactionMode=s3cr3t",
                "jdbc:libsql:http://h?authToken=s3cr3t%0Ax",
                "jdbc:libsql:http://h?authToken=%zzs3cr3t",
                "jdbc:libsql:http://h?networkTimeoutMillis=s3cr3t"
            })
    void neverRepeatsWhatItCannotUnderstand(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(SQLException.class)
                .hasMessageNotContaining("s3cr3t")
                .extracting("SQLState")
                .isEqualTo("08001");
    }

    @Test
    void keepsTheTokenOutOfLogsAndMessages() throws SQLException {
        LibsqlOptions options = parse("jdbc:libsql:https://h?authToken=s3cr3t+/=&encryptionKey=k3y");
        assertThat(options.token()).isEqualTo("s3cr3t+/=");
        assertThat(options.toString() + options.jdbcUrl() + options.redact("x s3cr3t+/= k3y"))
                .doesNotContain("s3cr3t")
                .doesNotContain("k3y");
        Properties properties = new Properties();
        properties.setProperty("password", "pw");
        assertThat(LibsqlOptions.parse("jdbc:libsql:https://h", properties).token())
                .isEqualTo("pw");
    }

    @Test
    void isFoundByTheDriverManager() throws SQLException {
        assertThat(DriverManager.getDriver("jdbc:libsql:http://h")).isInstanceOf(LibsqlDriver.class);
        assertThat(new LibsqlDriver().connect("jdbc:sqlite:x", new Properties()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a.turso.io, b.turso.io, true",
        "db.eu.turso.io, db.eu.turso.io, true",
        "a.turso.io, turso.io.evil.com, false",
        "turso.io, evil.io, false",
        "127.0.0.1, 128.0.0.1, false",
        "localhost, LOCALHOST, true"
    })
    void knowsWhoMayHaveTheToken(String one, String other, boolean same) {
        assertThat(Hosts.sameSite(one, other)).isEqualTo(same);
    }

    @Test
    void refusesRedirectsFromHttpsToHttp() {
        assertThat(Hosts.follow(URI.create("https://h/"), "http://h")).isNull();
        assertThat(Hosts.follow(URI.create("https://h/"), "ftp://h")).isNull();
        assertThat(Hosts.follow(URI.create("https://h/"), "::")).isNull();
        assertThat(Hosts.follow(URI.create("https://h/"), "https://i/x")).isEqualTo(URI.create("https://i/x/"));
    }
}
