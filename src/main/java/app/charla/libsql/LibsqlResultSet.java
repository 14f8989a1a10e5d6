package app.charla.libsql;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows, read once and forwards. */
final class LibsqlResultSet extends UnsupportedResultSet {

    private final @Nullable LibsqlStatement statement;
    private final Rows rows;
    private final long maxRows;
    private @Nullable Map<String, Integer> indexes;
    private @Nullable Object @Nullable [] row;
    private @Nullable Object @Nullable [] ahead;
    private boolean lookedAhead;
    private boolean ended;
    private boolean closed;
    private boolean wasNull;
    private int position;

    /** @param maxRows how many rows to give at most, 0 for all */
    LibsqlResultSet(@Nullable LibsqlStatement statement, Rows rows, long maxRows) {
        this.statement = statement;
        this.rows = rows;
        this.maxRows = maxRows;
    }

    @Override
    public boolean next() throws SQLException {
        requireOpen();
        if (ended) {
            return false;
        }
        row = lookedAhead ? ahead : fetch();
        lookedAhead = false;
        ahead = null;
        if (row == null) {
            ended = true;
            return false;
        }
        position++;
        return true;
    }

    private @Nullable Object @Nullable [] fetch() throws SQLException {
        if (maxRows > 0 && position >= maxRows) {
            rows.close();
            return null;
        }
        return rows.next();
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            row = null;
            rows.close();
            if (statement != null) {
                statement.resultSetClosed(this);
            }
        }
    }

    @Override
    public boolean isClosed() {
        return closed || statement != null && statement.isClosed();
    }

    private void requireOpen() throws SQLException {
        if (isClosed()) {
            throw SqlErrors.closed("result set");
        }
    }

    // Values

    private @Nullable Object value(int index) throws SQLException {
        requireOpen();
        if (row == null) {
            throw SqlErrors.closed("result set's row (before the first or after the last)");
        }
        if (index < 1 || index > row.length) {
            throw SqlErrors.badIndex("There is no column " + index);
        }
        Object value = row[index - 1];
        wasNull = value == null;
        return value;
    }

    @Override
    public int findColumn(String label) throws SQLException {
        requireOpen();
        if (indexes == null) {
            indexes = indexes(rows.columns());
        }
        Integer index = indexes.get(label.toLowerCase(Locale.ROOT));
        if (index == null) {
            throw SqlErrors.badIndex("There is no column " + label);
        }
        return index;
    }

    private static Map<String, Integer> indexes(List<Column> columns) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            indexes.putIfAbsent(columns.get(i).name().toLowerCase(Locale.ROOT), i + 1);
        }
        return indexes;
    }

    @Override
    public boolean wasNull() throws SQLException {
        requireOpen();
        return wasNull;
    }

    @Override
    public @Nullable Object getObject(int index) throws SQLException {
        Object value = value(index);
        if (value == null) {
            return null;
        }
        return value instanceof byte[] bytes ? bytes.clone() : SqlValues.plain(value);
    }

    @Override
    public @Nullable Object getObject(int index, @Nullable Map<String, Class<?>> map) throws SQLException {
        return getObject(index);
    }

    @Override
    public <T> @Nullable T getObject(int index, Class<T> type) throws SQLException {
        Object value = value(index);
        return value == null ? null : type.cast(converted(value, type));
    }

    private static Object converted(Object value, Class<?> type) throws SQLException {
        return switch (type.getName()) {
            case "java.lang.Object" -> SqlValues.plain(value);
            case "java.lang.String" -> SqlValues.toText(value);
            case "java.lang.Long" -> SqlValues.toLong(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "java.lang.Integer" -> (int) SqlValues.toLong(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "java.lang.Short" -> (short) SqlValues.toLong(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "java.lang.Byte" -> (byte) SqlValues.toLong(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "java.lang.Boolean" -> SqlValues.toBoolean(value);
            case "java.lang.Double" -> SqlValues.toDouble(value);
            case "java.lang.Float" -> (float) SqlValues.toDouble(value);
            case "java.math.BigDecimal" -> SqlValues.toDecimal(value);
            case "java.math.BigInteger" -> integer(value);
            case "[B" -> SqlValues.toBytes(value);
            default -> convertedOther(value, type);
        };
    }

    private static BigInteger integer(Object value) throws SQLException {
        return SqlValues.toDecimal(value).toBigInteger();
    }

    private static Object convertedOther(Object value, Class<?> type) throws SQLException {
        if (type == UUID.class) {
            return SqlValues.toUuid(value);
        }
        if (type == Instant.class) {
            return SqlValues.toInstant(value, ZoneOffset.UTC);
        }
        if (type == OffsetDateTime.class) {
            return SqlValues.toOffsetDateTime(value);
        }
        if (type == LocalDateTime.class) {
            return SqlValues.toLocalDateTime(value);
        }
        if (type == LocalDate.class) {
            return SqlValues.toLocalDate(value);
        }
        if (type == LocalTime.class) {
            return SqlValues.toLocalTime(value);
        }
        if (type == Timestamp.class || type == java.util.Date.class) {
            return Timestamp.from(SqlValues.toInstant(value, ZoneOffset.UTC));
        }
        if (type == Date.class) {
            return Date.valueOf(SqlValues.toLocalDate(value));
        }
        if (type == Time.class) {
            return Time.valueOf(SqlValues.toLocalTime(value));
        }
        throw SqlErrors.badArgument("Cannot read a " + type.getName());
    }

    @Override
    public @Nullable String getString(int index) throws SQLException {
        Object value = value(index);
        return value == null ? null : SqlValues.toText(value);
    }

    @Override
    public @Nullable String getNString(int index) throws SQLException {
        return getString(index);
    }

    @Override
    public boolean getBoolean(int index) throws SQLException {
        Object value = value(index);
        return value != null && SqlValues.toBoolean(value);
    }

    private long getWhole(int index, long min, long max) throws SQLException {
        Object value = value(index);
        return value == null ? 0 : SqlValues.toLong(value, min, max);
    }

    @Override
    public byte getByte(int index) throws SQLException {
        return (byte) getWhole(index, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short getShort(int index) throws SQLException {
        return (short) getWhole(index, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public int getInt(int index) throws SQLException {
        return (int) getWhole(index, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long getLong(int index) throws SQLException {
        return getWhole(index, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public double getDouble(int index) throws SQLException {
        Object value = value(index);
        return value == null ? 0 : SqlValues.toDouble(value);
    }

    @Override
    public float getFloat(int index) throws SQLException {
        return (float) getDouble(index);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int index) throws SQLException {
        Object value = value(index);
        return value == null ? null : SqlValues.toDecimal(value);
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(int index, int scale) throws SQLException {
        BigDecimal decimal = getBigDecimal(index);
        return decimal == null ? null : decimal.setScale(scale, RoundingMode.HALF_UP);
    }

    @Override
    public byte @Nullable [] getBytes(int index) throws SQLException {
        Object value = value(index);
        return value == null ? null : SqlValues.toBytes(value);
    }

    @Override
    public @Nullable Date getDate(int index) throws SQLException {
        Object value = value(index);
        return value == null ? null : Date.valueOf(SqlValues.toLocalDate(value));
    }

    @Override
    public @Nullable Date getDate(int index, @Nullable Calendar calendar) throws SQLException {
        Object value = value(index);
        if (value == null || calendar == null) {
            return getDate(index);
        }
        ZoneId zone = SqlValues.zone(calendar);
        return new Date(
                SqlValues.toLocalDate(value).atStartOfDay(zone).toInstant().toEpochMilli());
    }

    @Override
    public @Nullable Time getTime(int index) throws SQLException {
        Object value = value(index);
        return value == null ? null : Time.valueOf(SqlValues.toLocalTime(value));
    }

    @Override
    public @Nullable Time getTime(int index, @Nullable Calendar calendar) throws SQLException {
        Object value = value(index);
        if (value == null || calendar == null) {
            return getTime(index);
        }
        LocalDateTime time = LocalDate.EPOCH.atTime(SqlValues.toLocalTime(value));
        return new Time(time.atZone(SqlValues.zone(calendar)).toInstant().toEpochMilli());
    }

    @Override
    public @Nullable Timestamp getTimestamp(int index) throws SQLException {
        return getTimestamp(index, null);
    }

    @Override
    public @Nullable Timestamp getTimestamp(int index, @Nullable Calendar calendar) throws SQLException {
        Object value = value(index);
        return value == null ? null : Timestamp.from(SqlValues.toInstant(value, SqlValues.zone(calendar)));
    }

    @Override
    public @Nullable URL getURL(int index) throws SQLException {
        String text = getString(index);
        try {
            return text == null ? null : URI.create(text).toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw SqlErrors.badValue("The text is not a URL");
        }
    }

    @Override
    public @Nullable InputStream getBinaryStream(int index) throws SQLException {
        byte[] bytes = getBytes(index);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable InputStream getAsciiStream(int index) throws SQLException {
        String text = getString(index);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public @Nullable Reader getCharacterStream(int index) throws SQLException {
        String text = getString(index);
        return text == null ? null : new StringReader(text);
    }

    @Override
    public @Nullable Reader getNCharacterStream(int index) throws SQLException {
        return getCharacterStream(index);
    }

    // The same by label

    @Override
    public @Nullable Object getObject(String label) throws SQLException {
        return getObject(findColumn(label));
    }

    @Override
    public @Nullable String getString(String label) throws SQLException {
        return getString(findColumn(label));
    }

    @Override
    public @Nullable String getNString(String label) throws SQLException {
        return getNString(findColumn(label));
    }

    @Override
    public boolean getBoolean(String label) throws SQLException {
        return getBoolean(findColumn(label));
    }

    @Override
    public byte getByte(String label) throws SQLException {
        return getByte(findColumn(label));
    }

    @Override
    public short getShort(String label) throws SQLException {
        return getShort(findColumn(label));
    }

    @Override
    public int getInt(String label) throws SQLException {
        return getInt(findColumn(label));
    }

    @Override
    public long getLong(String label) throws SQLException {
        return getLong(findColumn(label));
    }

    @Override
    public double getDouble(String label) throws SQLException {
        return getDouble(findColumn(label));
    }

    @Override
    public float getFloat(String label) throws SQLException {
        return getFloat(findColumn(label));
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(String label) throws SQLException {
        return getBigDecimal(findColumn(label));
    }

    @Override
    public byte @Nullable [] getBytes(String label) throws SQLException {
        return getBytes(findColumn(label));
    }

    @Override
    public @Nullable Date getDate(String label) throws SQLException {
        return getDate(findColumn(label));
    }

    @Override
    public @Nullable Date getDate(String label, @Nullable Calendar calendar) throws SQLException {
        return getDate(findColumn(label), calendar);
    }

    @Override
    public @Nullable Time getTime(String label) throws SQLException {
        return getTime(findColumn(label));
    }

    @Override
    public @Nullable Time getTime(String label, @Nullable Calendar calendar) throws SQLException {
        return getTime(findColumn(label), calendar);
    }

    @Override
    public @Nullable Timestamp getTimestamp(String label) throws SQLException {
        return getTimestamp(findColumn(label));
    }

    @Override
    public @Nullable Timestamp getTimestamp(String label, @Nullable Calendar calendar) throws SQLException {
        return getTimestamp(findColumn(label), calendar);
    }

    @Override
    public @Nullable URL getURL(String label) throws SQLException {
        return getURL(findColumn(label));
    }

    @Override
    public @Nullable InputStream getBinaryStream(String label) throws SQLException {
        return getBinaryStream(findColumn(label));
    }

    @Override
    public @Nullable InputStream getAsciiStream(String label) throws SQLException {
        return getAsciiStream(findColumn(label));
    }

    @Override
    public @Nullable Reader getCharacterStream(String label) throws SQLException {
        return getCharacterStream(findColumn(label));
    }

    @Override
    public @Nullable Reader getNCharacterStream(String label) throws SQLException {
        return getNCharacterStream(findColumn(label));
    }

    @Override
    public @Nullable Object getObject(String label, @Nullable Map<String, Class<?>> map) throws SQLException {
        return getObject(findColumn(label), map);
    }

    @Override
    public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
        return getObject(findColumn(label), type);
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(String label, int scale) throws SQLException {
        return getBigDecimal(findColumn(label), scale);
    }

    // Where it is

    @Override
    public boolean isBeforeFirst() throws SQLException {
        requireOpen();
        return position == 0 && !ended && hasNext();
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        requireOpen();
        return ended && position > 0;
    }

    @Override
    public boolean isFirst() throws SQLException {
        requireOpen();
        return position == 1 && !ended;
    }

    @Override
    public boolean isLast() throws SQLException {
        requireOpen();
        return position > 0 && !ended && !hasNext();
    }

    private boolean hasNext() throws SQLException {
        if (!lookedAhead) {
            ahead = fetch();
            lookedAhead = true;
        }
        return ahead != null;
    }

    @Override
    public int getRow() throws SQLException {
        requireOpen();
        return ended ? 0 : position;
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return new LibsqlResultSetMetaData(typed(rows.columns()));
    }

    /**
     * Types of columns without a declared type, such as expressions: taken from the current row, or the first one if
     * there is none yet.
     */
    private List<Column> typed(List<Column> columns) throws SQLException {
        if (columns.stream().allMatch(column -> column.declaredType() != null)) {
            return columns;
        }
        @Nullable Object @Nullable [] sample = row == null && !ended && hasNext() ? ahead : row;
        List<Column> typed = new ArrayList<>(columns);
        for (int i = 0; sample != null && i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.declaredType() == null) {
                typed.set(i, new Column(column.name(), SqlTypes.declaredBy(sample[i])));
            }
        }
        return typed;
    }

    @Override
    public @Nullable Statement getStatement() throws SQLException {
        requireOpen();
        return statement;
    }

    // Settings

    @Override
    public int getFetchDirection() {
        return FETCH_FORWARD;
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        if (direction != FETCH_FORWARD && direction != FETCH_UNKNOWN) {
            throw SqlErrors.unsupported("this fetch direction");
        }
    }

    @Override
    public int getFetchSize() {
        return statement == null ? 0 : statement.getFetchSize();
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        if (rows < 0) {
            throw SqlErrors.badArgument("A negative fetch size");
        }
    }

    @Override
    public int getType() {
        return TYPE_FORWARD_ONLY;
    }

    @Override
    public int getConcurrency() {
        return CONCUR_READ_ONLY;
    }

    @Override
    public int getHoldability() {
        return CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public boolean rowUpdated() {
        return false;
    }

    @Override
    public boolean rowInserted() {
        return false;
    }

    @Override
    public boolean rowDeleted() {
        return false;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapping.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
