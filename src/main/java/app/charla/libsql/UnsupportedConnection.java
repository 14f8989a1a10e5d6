package app.charla.libsql;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.util.Map;

/** Methods of JDBC connections that have no equivalent in SQLite. */
abstract class UnsupportedConnection implements Connection {

    @Override
    public final Array createArrayOf(String first, Object[] second) throws SQLException {
        throw SqlErrors.unsupported("createArrayOf");
    }

    @Override
    public final Blob createBlob() throws SQLException {
        throw SqlErrors.unsupported("createBlob");
    }

    @Override
    public final Clob createClob() throws SQLException {
        throw SqlErrors.unsupported("createClob");
    }

    @Override
    public final NClob createNClob() throws SQLException {
        throw SqlErrors.unsupported("createNClob");
    }

    @Override
    public final SQLXML createSQLXML() throws SQLException {
        throw SqlErrors.unsupported("createSQLXML");
    }

    @Override
    public final Struct createStruct(String first, Object[] second) throws SQLException {
        throw SqlErrors.unsupported("createStruct");
    }

    @Override
    public final Map<String, Class<?>> getTypeMap() throws SQLException {
        throw SqlErrors.unsupported("getTypeMap");
    }

    @Override
    public final CallableStatement prepareCall(String first) throws SQLException {
        throw SqlErrors.unsupported("prepareCall");
    }

    @Override
    public final CallableStatement prepareCall(String first, int second, int third) throws SQLException {
        throw SqlErrors.unsupported("prepareCall");
    }

    @Override
    public final CallableStatement prepareCall(String first, int second, int third, int fourth) throws SQLException {
        throw SqlErrors.unsupported("prepareCall");
    }

    @Override
    public final void setTypeMap(Map<String, Class<?>> first) throws SQLException {
        throw SqlErrors.unsupported("setTypeMap");
    }
}
