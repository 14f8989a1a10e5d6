package app.charla.libsql;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** Methods of JDBC result sets that these do not support: they are read once, forwards. */
abstract class UnsupportedResultSet implements ResultSet {

    @Override
    public final boolean absolute(int first) throws SQLException {
        throw SqlErrors.unsupported("absolute");
    }

    @Override
    public final void afterLast() throws SQLException {
        throw SqlErrors.unsupported("afterLast");
    }

    @Override
    public final void beforeFirst() throws SQLException {
        throw SqlErrors.unsupported("beforeFirst");
    }

    @Override
    public final void cancelRowUpdates() throws SQLException {
        throw SqlErrors.unsupported("cancelRowUpdates");
    }

    @Override
    public final void deleteRow() throws SQLException {
        throw SqlErrors.unsupported("deleteRow");
    }

    @Override
    public final boolean first() throws SQLException {
        throw SqlErrors.unsupported("first");
    }

    @Override
    public final Array getArray(int first) throws SQLException {
        throw SqlErrors.unsupported("getArray");
    }

    @Override
    public final Array getArray(String first) throws SQLException {
        throw SqlErrors.unsupported("getArray");
    }

    @Override
    public final Blob getBlob(int first) throws SQLException {
        throw SqlErrors.unsupported("getBlob");
    }

    @Override
    public final Blob getBlob(String first) throws SQLException {
        throw SqlErrors.unsupported("getBlob");
    }

    @Override
    public final Clob getClob(int first) throws SQLException {
        throw SqlErrors.unsupported("getClob");
    }

    @Override
    public final Clob getClob(String first) throws SQLException {
        throw SqlErrors.unsupported("getClob");
    }

    @Override
    public final String getCursorName() throws SQLException {
        throw SqlErrors.unsupported("getCursorName");
    }

    @Override
    public final NClob getNClob(int first) throws SQLException {
        throw SqlErrors.unsupported("getNClob");
    }

    @Override
    public final NClob getNClob(String first) throws SQLException {
        throw SqlErrors.unsupported("getNClob");
    }

    @Override
    public final Ref getRef(int first) throws SQLException {
        throw SqlErrors.unsupported("getRef");
    }

    @Override
    public final Ref getRef(String first) throws SQLException {
        throw SqlErrors.unsupported("getRef");
    }

    @Override
    public final RowId getRowId(int first) throws SQLException {
        throw SqlErrors.unsupported("getRowId");
    }

    @Override
    public final RowId getRowId(String first) throws SQLException {
        throw SqlErrors.unsupported("getRowId");
    }

    @Override
    public final SQLXML getSQLXML(int first) throws SQLException {
        throw SqlErrors.unsupported("getSQLXML");
    }

    @Override
    public final SQLXML getSQLXML(String first) throws SQLException {
        throw SqlErrors.unsupported("getSQLXML");
    }

    @Override
    @Deprecated
    public final InputStream getUnicodeStream(int first) throws SQLException {
        throw SqlErrors.unsupported("getUnicodeStream");
    }

    @Override
    @Deprecated
    public final InputStream getUnicodeStream(String first) throws SQLException {
        throw SqlErrors.unsupported("getUnicodeStream");
    }

    @Override
    public final void insertRow() throws SQLException {
        throw SqlErrors.unsupported("insertRow");
    }

    @Override
    public final boolean last() throws SQLException {
        throw SqlErrors.unsupported("last");
    }

    @Override
    public final void moveToCurrentRow() throws SQLException {
        throw SqlErrors.unsupported("moveToCurrentRow");
    }

    @Override
    public final void moveToInsertRow() throws SQLException {
        throw SqlErrors.unsupported("moveToInsertRow");
    }

    @Override
    public final boolean previous() throws SQLException {
        throw SqlErrors.unsupported("previous");
    }

    @Override
    public final void refreshRow() throws SQLException {
        throw SqlErrors.unsupported("refreshRow");
    }

    @Override
    public final boolean relative(int first) throws SQLException {
        throw SqlErrors.unsupported("relative");
    }

    @Override
    public final void updateArray(int first, Array second) throws SQLException {
        throw SqlErrors.unsupported("updateArray");
    }

    @Override
    public final void updateArray(String first, Array second) throws SQLException {
        throw SqlErrors.unsupported("updateArray");
    }

    @Override
    public final void updateAsciiStream(int first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("updateAsciiStream");
    }

    @Override
    public final void updateAsciiStream(int first, InputStream second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateAsciiStream");
    }

    @Override
    public final void updateAsciiStream(int first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateAsciiStream");
    }

    @Override
    public final void updateAsciiStream(String first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("updateAsciiStream");
    }

    @Override
    public final void updateAsciiStream(String first, InputStream second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateAsciiStream");
    }

    @Override
    public final void updateAsciiStream(String first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateAsciiStream");
    }

    @Override
    public final void updateBigDecimal(int first, BigDecimal second) throws SQLException {
        throw SqlErrors.unsupported("updateBigDecimal");
    }

    @Override
    public final void updateBigDecimal(String first, BigDecimal second) throws SQLException {
        throw SqlErrors.unsupported("updateBigDecimal");
    }

    @Override
    public final void updateBinaryStream(int first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("updateBinaryStream");
    }

    @Override
    public final void updateBinaryStream(int first, InputStream second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateBinaryStream");
    }

    @Override
    public final void updateBinaryStream(int first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateBinaryStream");
    }

    @Override
    public final void updateBinaryStream(String first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("updateBinaryStream");
    }

    @Override
    public final void updateBinaryStream(String first, InputStream second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateBinaryStream");
    }

    @Override
    public final void updateBinaryStream(String first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateBinaryStream");
    }

    @Override
    public final void updateBlob(int first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("updateBlob");
    }

    @Override
    public final void updateBlob(int first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateBlob");
    }

    @Override
    public final void updateBlob(int first, Blob second) throws SQLException {
        throw SqlErrors.unsupported("updateBlob");
    }

    @Override
    public final void updateBlob(String first, InputStream second) throws SQLException {
        throw SqlErrors.unsupported("updateBlob");
    }

    @Override
    public final void updateBlob(String first, InputStream second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateBlob");
    }

    @Override
    public final void updateBlob(String first, Blob second) throws SQLException {
        throw SqlErrors.unsupported("updateBlob");
    }

    @Override
    public final void updateBoolean(int first, boolean second) throws SQLException {
        throw SqlErrors.unsupported("updateBoolean");
    }

    @Override
    public final void updateBoolean(String first, boolean second) throws SQLException {
        throw SqlErrors.unsupported("updateBoolean");
    }

    @Override
    public final void updateByte(int first, byte second) throws SQLException {
        throw SqlErrors.unsupported("updateByte");
    }

    @Override
    public final void updateByte(String first, byte second) throws SQLException {
        throw SqlErrors.unsupported("updateByte");
    }

    @Override
    public final void updateBytes(int first, byte[] second) throws SQLException {
        throw SqlErrors.unsupported("updateBytes");
    }

    @Override
    public final void updateBytes(String first, byte[] second) throws SQLException {
        throw SqlErrors.unsupported("updateBytes");
    }

    @Override
    public final void updateCharacterStream(int first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateCharacterStream");
    }

    @Override
    public final void updateCharacterStream(int first, Reader second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateCharacterStream");
    }

    @Override
    public final void updateCharacterStream(int first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateCharacterStream");
    }

    @Override
    public final void updateCharacterStream(String first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateCharacterStream");
    }

    @Override
    public final void updateCharacterStream(String first, Reader second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateCharacterStream");
    }

    @Override
    public final void updateCharacterStream(String first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateCharacterStream");
    }

    @Override
    public final void updateClob(int first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateClob");
    }

    @Override
    public final void updateClob(int first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateClob");
    }

    @Override
    public final void updateClob(int first, Clob second) throws SQLException {
        throw SqlErrors.unsupported("updateClob");
    }

    @Override
    public final void updateClob(String first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateClob");
    }

    @Override
    public final void updateClob(String first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateClob");
    }

    @Override
    public final void updateClob(String first, Clob second) throws SQLException {
        throw SqlErrors.unsupported("updateClob");
    }

    @Override
    public final void updateDate(int first, Date second) throws SQLException {
        throw SqlErrors.unsupported("updateDate");
    }

    @Override
    public final void updateDate(String first, Date second) throws SQLException {
        throw SqlErrors.unsupported("updateDate");
    }

    @Override
    public final void updateDouble(int first, double second) throws SQLException {
        throw SqlErrors.unsupported("updateDouble");
    }

    @Override
    public final void updateDouble(String first, double second) throws SQLException {
        throw SqlErrors.unsupported("updateDouble");
    }

    @Override
    public final void updateFloat(int first, float second) throws SQLException {
        throw SqlErrors.unsupported("updateFloat");
    }

    @Override
    public final void updateFloat(String first, float second) throws SQLException {
        throw SqlErrors.unsupported("updateFloat");
    }

    @Override
    public final void updateInt(int first, int second) throws SQLException {
        throw SqlErrors.unsupported("updateInt");
    }

    @Override
    public final void updateInt(String first, int second) throws SQLException {
        throw SqlErrors.unsupported("updateInt");
    }

    @Override
    public final void updateLong(int first, long second) throws SQLException {
        throw SqlErrors.unsupported("updateLong");
    }

    @Override
    public final void updateLong(String first, long second) throws SQLException {
        throw SqlErrors.unsupported("updateLong");
    }

    @Override
    public final void updateNCharacterStream(int first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateNCharacterStream");
    }

    @Override
    public final void updateNCharacterStream(int first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateNCharacterStream");
    }

    @Override
    public final void updateNCharacterStream(String first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateNCharacterStream");
    }

    @Override
    public final void updateNCharacterStream(String first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateNCharacterStream");
    }

    @Override
    public final void updateNClob(int first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateNClob");
    }

    @Override
    public final void updateNClob(int first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateNClob");
    }

    @Override
    public final void updateNClob(int first, NClob second) throws SQLException {
        throw SqlErrors.unsupported("updateNClob");
    }

    @Override
    public final void updateNClob(String first, Reader second) throws SQLException {
        throw SqlErrors.unsupported("updateNClob");
    }

    @Override
    public final void updateNClob(String first, Reader second, long third) throws SQLException {
        throw SqlErrors.unsupported("updateNClob");
    }

    @Override
    public final void updateNClob(String first, NClob second) throws SQLException {
        throw SqlErrors.unsupported("updateNClob");
    }

    @Override
    public final void updateNString(int first, String second) throws SQLException {
        throw SqlErrors.unsupported("updateNString");
    }

    @Override
    public final void updateNString(String first, String second) throws SQLException {
        throw SqlErrors.unsupported("updateNString");
    }

    @Override
    public final void updateNull(int first) throws SQLException {
        throw SqlErrors.unsupported("updateNull");
    }

    @Override
    public final void updateNull(String first) throws SQLException {
        throw SqlErrors.unsupported("updateNull");
    }

    @Override
    public final void updateObject(int first, Object second) throws SQLException {
        throw SqlErrors.unsupported("updateObject");
    }

    @Override
    public final void updateObject(int first, Object second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateObject");
    }

    @Override
    public final void updateObject(String first, Object second) throws SQLException {
        throw SqlErrors.unsupported("updateObject");
    }

    @Override
    public final void updateObject(String first, Object second, int third) throws SQLException {
        throw SqlErrors.unsupported("updateObject");
    }

    @Override
    public final void updateRef(int first, Ref second) throws SQLException {
        throw SqlErrors.unsupported("updateRef");
    }

    @Override
    public final void updateRef(String first, Ref second) throws SQLException {
        throw SqlErrors.unsupported("updateRef");
    }

    @Override
    public final void updateRow() throws SQLException {
        throw SqlErrors.unsupported("updateRow");
    }

    @Override
    public final void updateRowId(int first, RowId second) throws SQLException {
        throw SqlErrors.unsupported("updateRowId");
    }

    @Override
    public final void updateRowId(String first, RowId second) throws SQLException {
        throw SqlErrors.unsupported("updateRowId");
    }

    @Override
    public final void updateSQLXML(int first, SQLXML second) throws SQLException {
        throw SqlErrors.unsupported("updateSQLXML");
    }

    @Override
    public final void updateSQLXML(String first, SQLXML second) throws SQLException {
        throw SqlErrors.unsupported("updateSQLXML");
    }

    @Override
    public final void updateShort(int first, short second) throws SQLException {
        throw SqlErrors.unsupported("updateShort");
    }

    @Override
    public final void updateShort(String first, short second) throws SQLException {
        throw SqlErrors.unsupported("updateShort");
    }

    @Override
    public final void updateString(int first, String second) throws SQLException {
        throw SqlErrors.unsupported("updateString");
    }

    @Override
    public final void updateString(String first, String second) throws SQLException {
        throw SqlErrors.unsupported("updateString");
    }

    @Override
    public final void updateTime(int first, Time second) throws SQLException {
        throw SqlErrors.unsupported("updateTime");
    }

    @Override
    public final void updateTime(String first, Time second) throws SQLException {
        throw SqlErrors.unsupported("updateTime");
    }

    @Override
    public final void updateTimestamp(int first, Timestamp second) throws SQLException {
        throw SqlErrors.unsupported("updateTimestamp");
    }

    @Override
    public final void updateTimestamp(String first, Timestamp second) throws SQLException {
        throw SqlErrors.unsupported("updateTimestamp");
    }
}
