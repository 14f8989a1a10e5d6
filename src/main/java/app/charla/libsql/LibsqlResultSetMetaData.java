package app.charla.libsql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Metadata of a result: names of the columns, and declared types of those that belong to a table. */
record LibsqlResultSetMetaData(List<Column> columns) implements ResultSetMetaData {

    private Column column(int index) throws SQLException {
        if (index < 1 || index > columns.size()) {
            throw SqlErrors.badIndex("There is no column " + index);
        }
        return columns.get(index - 1);
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnLabel(int index) throws SQLException {
        return column(index).name();
    }

    @Override
    public String getColumnName(int index) throws SQLException {
        return column(index).name();
    }

    @Override
    public int getColumnType(int index) throws SQLException {
        return SqlTypes.code(column(index).declaredType());
    }

    @Override
    public String getColumnTypeName(int index) throws SQLException {
        return SqlTypes.name(column(index).declaredType());
    }

    @Override
    public String getColumnClassName(int index) throws SQLException {
        return SqlTypes.className(getColumnType(index));
    }

    @Override
    public int getPrecision(int index) throws SQLException {
        return SqlTypes.size(column(index).declaredType());
    }

    @Override
    public int getScale(int index) throws SQLException {
        return SqlTypes.scale(column(index).declaredType());
    }

    @Override
    public int getColumnDisplaySize(int index) throws SQLException {
        int size = getPrecision(index);
        return size == 0 ? 255 : size;
    }

    @Override
    public boolean isAutoIncrement(int index) throws SQLException {
        column(index);
        return false;
    }

    @Override
    public boolean isCaseSensitive(int index) throws SQLException {
        column(index);
        return true;
    }

    @Override
    public boolean isSearchable(int index) throws SQLException {
        column(index);
        return true;
    }

    @Override
    public boolean isCurrency(int index) throws SQLException {
        column(index);
        return false;
    }

    @Override
    public int isNullable(int index) throws SQLException {
        column(index);
        return columnNullableUnknown;
    }

    @Override
    public boolean isSigned(int index) throws SQLException {
        return switch (getColumnType(index)) {
            case Types.BIGINT, Types.SMALLINT, Types.DOUBLE, Types.FLOAT, Types.NUMERIC, Types.DECIMAL -> true;
            default -> false;
        };
    }

    @Override
    public String getSchemaName(int index) throws SQLException {
        column(index);
        return "";
    }

    @Override
    public String getTableName(int index) throws SQLException {
        column(index);
        return "";
    }

    @Override
    public String getCatalogName(int index) throws SQLException {
        column(index);
        return "";
    }

    @Override
    public boolean isReadOnly(int index) throws SQLException {
        column(index);
        return false;
    }

    @Override
    public boolean isWritable(int index) throws SQLException {
        column(index);
        return false;
    }

    @Override
    public boolean isDefinitelyWritable(int index) throws SQLException {
        column(index);
        return false;
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
