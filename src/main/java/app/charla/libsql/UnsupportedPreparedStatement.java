package app.charla.libsql;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;

/** Methods of JDBC prepared statements that have no equivalent in SQLite. */
abstract class UnsupportedPreparedStatement extends LibsqlStatement implements PreparedStatement {

    UnsupportedPreparedStatement(LibsqlConnection connection, GeneratedKeys keys) {
        super(connection, keys);
    }

    @Override
    public final void setArray(int first, Array second) throws SQLException {
        throw SqlErrors.unsupported("setArray");
    }

    @Override
    public final void setBlob(int first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("setBlob");
    }

    @Override
    public final void setBlob(int first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("setBlob");
    }

    @Override
    public final void setBlob(int first, Blob second) throws SQLException {
        throw SqlErrors.unsupported("setBlob");
    }

    @Override
    public final void setClob(int first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("setClob");
    }

    @Override
    public final void setClob(int first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("setClob");
    }

    @Override
    public final void setClob(int first, Clob second) throws SQLException {
        throw SqlErrors.unsupported("setClob");
    }

    @Override
    public final void setNClob(int first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("setNClob");
    }

    @Override
    public final void setNClob(int first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("setNClob");
    }

    @Override
    public final void setNClob(int first, NClob second) throws SQLException {
        throw SqlErrors.unsupported("setNClob");
    }

    @Override
    public final void setRef(int first, Ref second) throws SQLException {
        throw SqlErrors.unsupported("setRef");
    }

    @Override
    public final void setRowId(int first, RowId second) throws SQLException {
        throw SqlErrors.unsupported("setRowId");
    }

    @Override
    public final void setSQLXML(int first, SQLXML second) throws SQLException {
        throw SqlErrors.unsupported("setSQLXML");
    }

    @Override
    @Deprecated
    public final void setUnicodeStream(int first, InputStream second, int third) throws SQLException {
        throw SqlErrors.unsupported("setUnicodeStream");
    }
}
