package app.charla.storage;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.internal.util.JdbcExceptionHelper;

/**
 * SQLite dialect that recognises constraint violations: the community dialect leaves result code 19 ({@code
 * SQLITE_CONSTRAINT}) unmapped, but a repeated message must be distinguished from a disk error.
 */
public class CharlaSqliteDialect extends SQLiteDialect {

    private static final int SQLITE_CONSTRAINT = 19;

    public CharlaSqliteDialect() {
        super(DatabaseVersion.make(3, 45));
    }

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        SQLExceptionConversionDelegate others = super.buildSQLExceptionConversionDelegate();
        return (exception, message, sql) ->
                (JdbcExceptionHelper.extractErrorCode(exception) & 0xFF) == SQLITE_CONSTRAINT
                        ? new ConstraintViolationException(
                                message,
                                exception,
                                sql,
                                getViolatedConstraintNameExtractor().extractConstraintName(exception))
                        : others.convert(exception, message, sql);
    }
}
