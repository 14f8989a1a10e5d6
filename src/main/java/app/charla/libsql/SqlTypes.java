package app.charla.libsql;

import java.sql.Types;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mapping from declared types, which SQLite takes as hints only, to JDBC types. */
final class SqlTypes {

    private SqlTypes() {}

    /** The declared type without its size. Never empty: tools that validate a schema split it into words. */
    static String name(@Nullable String declared) {
        if (declared == null) {
            return "ANY";
        }
        int open = declared.indexOf('(');
        String name = (open < 0 ? declared : declared.substring(0, open)).strip();
        return name.isEmpty() ? "ANY" : name.toUpperCase(Locale.ROOT);
    }

    /**
     * @return BIGINT for INTEGER, because every integer has 64 bits and schema validation then accepts both Integer
     *     and Long attributes
     */
    static int code(@Nullable String declared) {
        String name = name(declared);
        return switch (name) {
            case "TINYINT", "INT2", "SMALLINT" -> Types.SMALLINT;
            case "INTEGER", "BIGINT", "INT", "INT8", "MEDIUMINT", "UNSIGNED BIG INT" -> Types.BIGINT;
            case "BOOLEAN", "BOOL" -> Types.BOOLEAN;
            case "FLOAT" -> Types.FLOAT;
            case "REAL", "DOUBLE", "DOUBLE PRECISION" -> Types.DOUBLE;
            case "NUMERIC" -> Types.NUMERIC;
            case "DECIMAL" -> Types.DECIMAL;
            case "CHAR", "CHARACTER" -> Types.CHAR;
            case "CLOB" -> Types.CLOB;
            case "BINARY" -> Types.BINARY;
            case "VARBINARY" -> Types.VARBINARY;
            case "BLOB", "ANY" -> Types.BLOB;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "TIMESTAMP", "DATETIME" -> Types.TIMESTAMP;
            default -> byAffinity(name);
        };
    }

    /** SQLite's own rule for types it does not know. */
    private static int byAffinity(String name) {
        if (name.contains("INT")) {
            return Types.BIGINT;
        }
        if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return Types.VARCHAR;
        }
        if (name.contains("BLOB")) {
            return Types.BLOB;
        }
        return name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB") ? Types.DOUBLE : Types.NUMERIC;
    }

    /** The declared type that would hold a value of SQLite's; null for NULL, which any would. */
    static @Nullable String declaredBy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long whole -> "INTEGER";
            case Double real -> "REAL";
            case String text -> "TEXT";
            default -> "BLOB";
        };
    }

    /** The first number in parentheses, 0 if there is none. */
    static int size(@Nullable String declared) {
        return number(declared, 0);
    }

    /** The second number in parentheses, 0 if there is none. */
    static int scale(@Nullable String declared) {
        return number(declared, 1);
    }

    private static int number(@Nullable String declared, int position) {
        int open = declared == null ? -1 : declared.indexOf('(');
        int close = declared == null ? -1 : declared.indexOf(')', open + 1);
        if (declared == null || open < 0 || close < 0) {
            return 0;
        }
        String[] numbers = declared.substring(open + 1, close).split(",", -1);
        String number = position < numbers.length ? numbers[position].strip() : "";
        boolean digits =
                !number.isEmpty() && number.length() < 10 && number.chars().allMatch(Character::isDigit);
        return digits ? Integer.parseInt(number) : 0;
    }

    static String className(int code) {
        return switch (code) {
            case Types.BIGINT, Types.SMALLINT, Types.BOOLEAN -> Long.class.getName();
            case Types.DOUBLE, Types.FLOAT -> Double.class.getName();
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.DATE, Types.TIME, Types.TIMESTAMP ->
                String.class.getName();
            case Types.BINARY, Types.VARBINARY -> byte[].class.getName();
            default -> Object.class.getName();
        };
    }
}
