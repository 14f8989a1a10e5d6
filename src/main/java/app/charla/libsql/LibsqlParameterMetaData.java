package app.charla.libsql;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Parameters of SQLite have no types: any value may be given. */
record LibsqlParameterMetaData(int count) implements ParameterMetaData {

    @Override
    public int getParameterCount() {
        return count;
    }

    private void require(int index) throws SQLException {
        if (index < 1 || index > count) {
            throw SqlErrors.badIndex("There is no parameter " + index);
        }
    }

    @Override
    public int isNullable(int index) throws SQLException {
        require(index);
        return parameterNullableUnknown;
    }

    @Override
    public boolean isSigned(int index) throws SQLException {
        require(index);
        return true;
    }

    @Override
    public int getPrecision(int index) throws SQLException {
        require(index);
        return 0;
    }

    @Override
    public int getScale(int index) throws SQLException {
        require(index);
        return 0;
    }

    @Override
    public int getParameterType(int index) throws SQLException {
        require(index);
        return Types.VARCHAR;
    }

    @Override
    public String getParameterTypeName(int index) throws SQLException {
        require(index);
        return "ANY";
    }

    @Override
    public String getParameterClassName(int index) throws SQLException {
        require(index);
        return Object.class.getName();
    }

    @Override
    public int getParameterMode(int index) throws SQLException {
        require(index);
        return parameterModeIn;
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
