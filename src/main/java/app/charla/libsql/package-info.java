/**
 * A {@code java.sql} driver for libSQL servers (sqld, Turso) that speaks Hrana 3 as JSON over HTTP.
 *
 * <p>It needs the JDK and the streaming half of Jackson 3 ({@code tools.jackson.core}), knows nothing of the
 * application around it, and could be published on its own. Public are {@link app.charla.libsql.LibsqlDriver} and
 * {@link app.charla.libsql.LibsqlDataSource}; everything else is reached through {@code java.sql}.
 *
 * <p>Three layers, each using only the one below: the JDBC facade ({@code Libsql*}, with what JDBC wants and SQLite
 * has not parked in {@code Unsupported*}), {@code Session} and {@code Transaction} with the rules, and the client
 * ({@code HranaClient}, {@code HranaStream}) with its typed messages ({@code Request}, {@code Response}).
 * {@code SqlErrors} alone decides which failure becomes which {@code SQLException}.
 *
 * <p>The rules in short: outside a transaction every statement is one request that leaves nothing open on the server;
 * inside one every statement travels with the condition that the transaction is still open, because a server may roll
 * back behind the client's back and would commit what follows; nothing whose outcome is unknown is ever sent twice.
 *
 * <p>JSON is read and written with the streaming API and no tree between the bytes and the records: an answer may be
 * ten megabytes of rows, and a tree would hold each of its values several times over.
 *
 * @see <a href="https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md">The Hrana 3 specification</a>
 */
@NullMarked
package app.charla.libsql;

import org.jspecify.annotations.NullMarked;
