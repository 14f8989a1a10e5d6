package app.charla.libsql;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement with parameters. Preparing costs nothing: the text goes to the server with each execution. JDBC's index
 * of a parameter is SQLite's, so {@code ?3}, and a name used twice, can be set once.
 */
final class LibsqlPreparedStatement extends UnsupportedPreparedStatement {

    private final List<SqlText> texts;
    private final @Nullable Object[] args;
    private final boolean[] set;

    /** @param texts the statements of the text; usually one, and the parameters of several are counted through */
    LibsqlPreparedStatement(LibsqlConnection connection, List<SqlText> texts, GeneratedKeys keys) {
        super(connection, keys);
        int parameters = texts.stream().mapToInt(SqlText::parameters).sum();
        this.texts = texts;
        this.args = new @Nullable Object[parameters];
        this.set = new boolean[parameters];
    }

    private List<Command> commands() throws SQLException {
        requireOpen();
        List<Command> commands = new ArrayList<>();
        int from = 0;
        for (SqlText text : texts) {
            requireSet(text, from);
            int to = from + text.parameters();
            commands.add(Command.of(text, Arrays.asList(Arrays.copyOfRange(args, from, to))));
            from = to;
        }
        return commands;
    }

    private void requireSet(SqlText text, int from) throws SQLException {
        for (int i : text.bound()) {
            if (!set[from + i]) {
                throw SqlErrors.missingParameter(from + i + 1);
            }
        }
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return query(commands());
    }

    @Override
    public int executeUpdate() throws SQLException {
        return toInt(executeLargeUpdate());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return update(commands(), preparedKeys());
    }

    @Override
    public boolean execute() throws SQLException {
        return run(commands(), preparedKeys());
    }

    @Override
    public void addBatch() throws SQLException {
        if (texts.size() > 1) {
            throw SqlErrors.badStatement("A batch takes one statement at a time");
        }
        addBatch(commands().getFirst());
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        Arrays.fill(args, null);
        Arrays.fill(set, false);
    }

    /** Metadata of the current result or, before the first execution, as described by the server. */
    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        ResultSet current = getResultSet();
        if (current != null) {
            return current.getMetaData();
        }
        Session session = session();
        List<Column> columns = running(
                        deadline -> session.describe(texts.getFirst().sql(), deadline))
                .columns();
        return columns.isEmpty() ? null : new LibsqlResultSetMetaData(columns);
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return new LibsqlParameterMetaData(args.length);
    }

    // Parameters

    private void set(int index, @Nullable Object value) throws SQLException {
        requireOpen();
        if (index < 1 || index > args.length) {
            throw SqlErrors.badIndex("There is no parameter " + index);
        }
        args[index - 1] = SqlValues.toSql(value);
        set[index - 1] = true;
    }

    @Override
    public void setNull(int index, int sqlType) throws SQLException {
        set(index, null);
    }

    @Override
    public void setNull(int index, int sqlType, @Nullable String typeName) throws SQLException {
        set(index, null);
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setString(int index, @Nullable String value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setNString(int index, @Nullable String value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setBytes(int index, byte @Nullable [] value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setURL(int index, @Nullable URL value) throws SQLException {
        set(index, value == null ? null : value.toString());
    }

    @Override
    public void setDate(int index, @Nullable Date value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setDate(int index, @Nullable Date value, @Nullable Calendar calendar) throws SQLException {
        if (value == null || calendar == null) {
            set(index, value);
        } else {
            set(index, local(value, calendar).toLocalDate());
        }
    }

    @Override
    public void setTime(int index, @Nullable Time value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setTime(int index, @Nullable Time value, @Nullable Calendar calendar) throws SQLException {
        if (value == null || calendar == null) {
            set(index, value);
        } else {
            set(index, local(value, calendar).toLocalTime());
        }
    }

    private static LocalDateTime local(java.util.Date value, Calendar calendar) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(value.getTime()), SqlValues.zone(calendar));
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar) throws SQLException {
        set(index, value == null ? null : SqlValues.dateTime(value, calendar));
    }

    @Override
    public void setObject(int index, @Nullable Object value) throws SQLException {
        set(index, value);
    }

    @Override
    public void setObject(int index, @Nullable Object value, int targetType) throws SQLException {
        set(index, value == null ? null : converted(value, targetType));
    }

    @Override
    public void setObject(int index, @Nullable Object value, int targetType, int scale) throws SQLException {
        setObject(index, value, targetType);
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType targetType) throws SQLException {
        setObject(index, value, targetType.getVendorTypeNumber());
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType targetType, int scale) throws SQLException {
        setObject(index, value, targetType);
    }

    /** Converts where the target asks for another storage class; the rest SQLite's column affinity does. */
    private static @Nullable Object converted(Object value, int targetType) throws SQLException {
        Object plain = SqlValues.toSql(value);
        if (plain == null) {
            return null;
        }
        return switch (targetType) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT ->
                SqlValues.toLong(plain, Long.MIN_VALUE, Long.MAX_VALUE);
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> SqlValues.toDouble(plain);
            case Types.BOOLEAN, Types.BIT -> SqlValues.toBoolean(plain);
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.CLOB ->
                value instanceof UUID ? value.toString() : SqlValues.toText(plain);
            case Types.VARBINARY, Types.BINARY, Types.LONGVARBINARY, Types.BLOB -> SqlValues.toBytes(plain);
            default -> value;
        };
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream stream) throws SQLException {
        set(index, stream == null ? null : bytes(stream, Integer.MAX_VALUE));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream stream, int length) throws SQLException {
        set(index, stream == null ? null : bytes(stream, length));
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream stream, long length) throws SQLException {
        setBinaryStream(index, stream, toInt(length));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream stream) throws SQLException {
        setAsciiStream(index, stream, Integer.MAX_VALUE);
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream stream, int length) throws SQLException {
        set(index, stream == null ? null : new String(bytes(stream, length), StandardCharsets.US_ASCII));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream stream, long length) throws SQLException {
        setAsciiStream(index, stream, toInt(length));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader reader) throws SQLException {
        set(index, reader == null ? null : text(reader));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader reader, int length) throws SQLException {
        set(index, reader == null ? null : cut(text(reader), length));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader reader, long length) throws SQLException {
        setCharacterStream(index, reader, toInt(length));
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader reader) throws SQLException {
        setCharacterStream(index, reader);
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader reader, long length) throws SQLException {
        setCharacterStream(index, reader, toInt(length));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static byte[] bytes(InputStream stream, int length) throws SQLException {
        try {
            return stream.readNBytes(length);
        } catch (IOException e) {
            throw SqlErrors.badArgument("The stream cannot be read: " + e.getMessage());
        }
    }

    private static String text(Reader reader) throws SQLException {
        try {
            StringWriter all = new StringWriter();
            reader.transferTo(all);
            return all.toString();
        } catch (IOException e) {
            throw SqlErrors.badArgument("The reader cannot be read: " + e.getMessage());
        }
    }

    // A prepared statement has its text already

    private static SQLException hasText() {
        return SqlErrors.badArgument("A prepared statement has its text already");
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        throw hasText();
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        throw hasText();
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        throw hasText();
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        throw hasText();
    }
}
