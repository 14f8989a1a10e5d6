package app.charla.libsql;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection, parsed from a JDBC URL and its properties; {@link LibsqlDriver} explains their names. Holds
 * the token, and never shows it.
 */
record LibsqlOptions(
        URI base,
        @Nullable String token,
        @Nullable String namespace,
        @Nullable String encryptionKey,
        TransactionMode transactionMode,
        boolean deferredBatches,
        List<String> initSql,
        Duration connectTimeout,
        Duration networkTimeout,
        Duration validationWindow,
        Duration keepAlive,
        int maxConcurrentRequests,
        int maxConcurrentWrites,
        boolean followForeignHosts) {

    static final String PREFIX = "jdbc:libsql:";

    static final String AUTH_TOKEN = "authToken";
    static final String NAMESPACE = "namespace";
    static final String ENCRYPTION_KEY = "encryptionKey";
    static final String TRANSACTION_MODE = "transactionMode";
    static final String DEFERRED_BATCHES = "deferredBatches";
    static final String INIT_SQL = "initSql";
    static final String CONNECT_TIMEOUT = "connectTimeoutMillis";
    static final String NETWORK_TIMEOUT = "networkTimeoutMillis";
    static final String VALIDATION_WINDOW = "validationWindowMillis";
    static final String KEEP_ALIVE = "keepAliveMillis";
    static final String MAX_CONCURRENT_REQUESTS = "maxConcurrentRequests";
    static final String MAX_CONCURRENT_WRITES = "maxConcurrentWrites";
    static final String TOKEN_TO_FOREIGN_HOSTS = "tokenToForeignHosts";
    static final String TLS = "tls";

    static final List<String> NAMES = List.of(
            AUTH_TOKEN,
            NAMESPACE,
            ENCRYPTION_KEY,
            TRANSACTION_MODE,
            DEFERRED_BATCHES,
            INIT_SQL,
            CONNECT_TIMEOUT,
            NETWORK_TIMEOUT,
            VALIDATION_WINDOW,
            KEEP_ALIVE,
            MAX_CONCURRENT_REQUESTS,
            MAX_CONCURRENT_WRITES,
            TOKEN_TO_FOREIGN_HOSTS,
            TLS);

    static boolean accepts(@Nullable String url) {
        return url != null && url.startsWith(PREFIX);
    }

    /** @throws SQLException with SQLState 08001 if the URL or a property cannot be understood */
    static LibsqlOptions parse(String url, Properties properties) throws SQLException {
        String rest = url.substring(PREFIX.length());
        int query = rest.indexOf('?');
        Settings settings = new Settings();
        settings.addAll(properties);
        if (query >= 0) {
            settings.addQuery(rest.substring(query + 1));
        }
        String address = query < 0 ? rest : rest.substring(0, query);
        return settings.options(base(address, settings.get(TLS)));
    }

    LibsqlOptions withToken(String other) throws SQLException {
        requireHeaderValue("the token", other);
        return new LibsqlOptions(
                base,
                other,
                namespace,
                encryptionKey,
                transactionMode,
                deferredBatches,
                initSql,
                connectTimeout,
                networkTimeout,
                validationWindow,
                keepAlive,
                maxConcurrentRequests,
                maxConcurrentWrites,
                followForeignHosts);
    }

    /** The URL as {@code DatabaseMetaData} may show it: without the properties, and so without the token. */
    String jdbcUrl() {
        String address = base.toString();
        return PREFIX + address.substring(0, address.length() - 1);
    }

    /** @return the message without the token, should somebody on the way have repeated it */
    String redact(String message) {
        String redacted = token == null || token.isEmpty() ? message : message.replace(token, "***");
        return encryptionKey == null || encryptionKey.isEmpty() ? redacted : redacted.replace(encryptionKey, "***");
    }

    /** Rejects values that the HTTP client would refuse, and show, as a header. */
    private static void requireHeaderValue(String name, @Nullable String value) throws SQLException {
        if (value != null && !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw SqlErrors.badUrl(name + " contains characters that cannot be sent");
        }
    }

    @Override
    public String toString() {
        return jdbcUrl();
    }

    private static URI base(String address, @Nullable String tls) throws SQLException {
        String plain = address.startsWith("//") ? "libsql:" + address : address;
        int colon = plain.indexOf("://");
        String scheme = colon < 0 ? "" : plain.substring(0, colon).toLowerCase(Locale.ROOT);
        String target = switch (scheme) {
            case "libsql" -> "0".equals(tls) || "false".equals(tls) ? "http" : "https";
            case "http", "https" -> scheme;
            default -> throw SqlErrors.badUrl("expected jdbc:libsql: and then libsql://, https:// or http://");
        };
        try {
            URI uri = new URI(target + plain.substring(colon) + (plain.endsWith("/") ? "" : "/"));
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw SqlErrors.badUrl("expected scheme://host[:port][/path]; a token belongs into the password");
            }
            return uri;
        } catch (URISyntaxException e) {
            // Its message repeats the text, and with it whatever secret was put there.
            throw SqlErrors.badUrl("not a URL: " + e.getReason());
        }
    }

    private static final class Settings {
        private final TreeMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        void addAll(Properties properties) {
            for (String name : properties.stringPropertyNames()) {
                values.put(name, properties.getProperty(name));
            }
        }

        void addQuery(String query) throws SQLException {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }

        private static String decoded(String part) throws SQLException {
            try {
                // A plus sign stands for itself: tokens and SQL contain it more often than spaces written so.
                return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw SqlErrors.badUrl("broken percent-encoding in the query");
            }
        }

        @Nullable
        String get(String name) {
            return values.get(name);
        }

        LibsqlOptions options(URI base) throws SQLException {
            String authToken = get(AUTH_TOKEN);
            String token = blankToNull(authToken == null ? get("password") : authToken);
            requireHeaderValue("the token", token);
            requireHeaderValue(NAMESPACE, blankToNull(get(NAMESPACE)));
            requireHeaderValue(ENCRYPTION_KEY, blankToNull(get(ENCRYPTION_KEY)));
            return new LibsqlOptions(
                    base,
                    token,
                    blankToNull(get(NAMESPACE)),
                    blankToNull(get(ENCRYPTION_KEY)),
                    mode(),
                    flag(DEFERRED_BATCHES),
                    initSql(),
                    millis(CONNECT_TIMEOUT, 10_000),
                    millis(NETWORK_TIMEOUT, 60_000),
                    millis(VALIDATION_WINDOW, 5_000),
                    millis(KEEP_ALIVE, 0),
                    (int) number(MAX_CONCURRENT_REQUESTS, 64, 1),
                    (int) number(MAX_CONCURRENT_WRITES, 16, 1),
                    flag(TOKEN_TO_FOREIGN_HOSTS));
        }

        private TransactionMode mode() throws SQLException {
            String mode = get(TRANSACTION_MODE);
            try {
                return mode == null ? TransactionMode.AUTO : TransactionMode.valueOf(mode.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw SqlErrors.badUrl(TRANSACTION_MODE + " is auto, immediate or deferred");
            }
        }

        private List<String> initSql() throws SQLException {
            String sql = get(INIT_SQL);
            return sql == null
                    ? List.of()
                    : SqlText.parse(sql).stream().map(SqlText::sql).toList();
        }

        private boolean flag(String name) {
            String value = get(name);
            return "true".equalsIgnoreCase(value) || "1".equals(value);
        }

        private Duration millis(String name, long absent) throws SQLException {
            return Duration.ofMillis(number(name, absent, 0));
        }

        private long number(String name, long absent, long least) throws SQLException {
            String value = get(name);
            try {
                long number = value == null ? absent : Long.parseLong(value.strip());
                if (number >= least && number <= Integer.MAX_VALUE) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw SqlErrors.badUrl(name + " is not a number");
            }
            throw SqlErrors.badUrl(name + " is out of range");
        }

        private static @Nullable String blankToNull(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }
    }
}
