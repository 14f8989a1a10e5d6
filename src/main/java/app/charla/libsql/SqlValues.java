package app.charla.libsql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Between Java's types and SQLite's five: null, {@link Long}, {@link Double}, {@link String}, {@code byte[]}.
 *
 * <p>Points in time are text in UTC with six digits of fraction, which sorts by time and is understood by SQLite's
 * date functions. Text of other tools is read with blank or T, any fraction, with or without offset (none means UTC),
 * and integers as milliseconds since 1970. Local dates and times are text as they are. {@link BigDecimal} is text, so
 * that a TEXT column keeps all its digits; {@link UUID} is a blob of 16 bytes.
 */
final class SqlValues {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter ANY_DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter();

    private SqlValues() {}

    // To SQLite

    static @Nullable Object toSql(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case String text -> text(text);
            case Long whole -> whole;
            case Integer whole -> whole.longValue();
            case Short whole -> whole.longValue();
            case Byte whole -> whole.longValue();
            case Boolean bool -> bool ? 1L : 0L;
            case Double real -> real(real);
            case Float real -> real(real.doubleValue());
            case byte[] bytes -> bytes.clone();
            case BigDecimal decimal -> decimal.toPlainString();
            case BigInteger whole -> whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole.toString();
            case Character character -> text(character.toString());
            case UUID uuid -> bytes(uuid);
            case Timestamp timestamp -> dateTime(timestamp, null);
            case Date date -> date.toLocalDate().toString();
            case Time time -> TIME.format(time.toLocalTime());
            case java.util.Date date -> instant(date.toInstant());
            case Instant instant -> instant(instant);
            case OffsetDateTime time -> instant(time.toInstant());
            case ZonedDateTime time -> instant(time.toInstant());
            case LocalDateTime time -> DATE_TIME.format(time);
            case LocalDate date -> date.toString();
            case LocalTime time -> TIME.format(time);
            default ->
                throw SqlErrors.badArgument("Cannot store a " + value.getClass().getName());
        };
    }

    /** A surrogate without its partner cannot be sent, and replacing it silently would store another text. */
    static String text(String text) throws SQLException {
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw SqlErrors.badText("The text contains half of a surrogate pair");
        }
        return text;
    }

    private static Double real(Double real) throws SQLException {
        if (!Double.isFinite(real)) {
            throw SqlErrors.outOfRange("NaN and infinities cannot be sent");
        }
        return real;
    }

    static String dateTime(Timestamp timestamp, @Nullable Calendar calendar) {
        return DATE_TIME.format(LocalDateTime.ofInstant(timestamp.toInstant(), zone(calendar)));
    }

    private static String instant(Instant instant) {
        return DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static ZoneId zone(@Nullable Calendar calendar) {
        return calendar == null ? ZoneOffset.UTC : calendar.getTimeZone().toZoneId();
    }

    // From SQLite

    /** The value as it is, which an infinity of unknown sign is not. */
    static Object plain(Object value) throws SQLException {
        if (value instanceof Double real && real.isNaN()) {
            throw SqlErrors.outOfRange("The value is infinite; select cast(… as text) to see its sign");
        }
        return value;
    }

    static String toText(Object value) throws SQLException {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : plain(value).toString();
    }

    static long toLong(Object value, long min, long max) throws SQLException {
        long number = switch (plain(value)) {
            case Long whole -> whole;
            case Double real -> whole(new BigDecimal(real));
            case String text -> whole(decimal(text));
            default -> throw SqlErrors.badValue("A blob is not a number");
        };
        if (number < min || number > max) {
            throw SqlErrors.outOfRange(number + " does not fit");
        }
        return number;
    }

    /** Cuts the fraction, as drivers do, but never the size. */
    private static long whole(BigDecimal decimal) throws SQLException {
        BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(19);
        if (decimal.abs().compareTo(limit) >= 0 || decimal.toBigInteger().bitLength() >= Long.SIZE) {
            throw SqlErrors.outOfRange(decimal + " does not fit");
        }
        return decimal.longValue();
    }

    static double toDouble(Object value) throws SQLException {
        return switch (plain(value)) {
            case Long whole -> whole.doubleValue();
            case Double real -> real;
            case String text -> decimal(text).doubleValue();
            default -> throw SqlErrors.badValue("A blob is not a number");
        };
    }

    static BigDecimal toDecimal(Object value) throws SQLException {
        return switch (plain(value)) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Double real when real.isInfinite() -> throw SqlErrors.outOfRange("The value is infinite");
            case Double real -> new BigDecimal(Double.toString(real));
            case String text -> decimal(text);
            default -> throw SqlErrors.badValue("A blob is not a number");
        };
    }

    private static BigDecimal decimal(String text) throws SQLException {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw SqlErrors.badValue("The text is not a number");
        }
    }

    static boolean toBoolean(Object value) throws SQLException {
        return switch (plain(value)) {
            case Long whole -> whole != 0;
            case Double real -> real != 0;
            case String text -> isTrue(text.strip());
            default -> throw SqlErrors.badValue("A blob is not a boolean");
        };
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("t") || text.equals("1");
    }

    static byte[] toBytes(Object value) throws SQLException {
        return value instanceof byte[] bytes ? bytes.clone() : toText(value).getBytes(StandardCharsets.UTF_8);
    }

    static UUID toUuid(Object value) throws SQLException {
        if (value instanceof byte[] bytes && bytes.length == 16) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        try {
            return UUID.fromString(toText(value));
        } catch (IllegalArgumentException e) {
            throw SqlErrors.badValue("Neither 16 bytes nor the text of a UUID");
        }
    }

    static Instant toInstant(Object value, ZoneId zone) throws SQLException {
        if (value instanceof Long millis) {
            return Instant.ofEpochMilli(millis);
        }
        return switch (parsed(value)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            case LocalDate date -> date.atStartOfDay(zone).toInstant();
            default -> throw noTime();
        };
    }

    static LocalDateTime toLocalDateTime(Object value) throws SQLException {
        if (value instanceof Long millis) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        }
        return switch (parsed(value)) {
            case OffsetDateTime time -> LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC);
            case LocalDateTime time -> time;
            case LocalDate date -> date.atStartOfDay();
            default -> throw noTime();
        };
    }

    static OffsetDateTime toOffsetDateTime(Object value) throws SQLException {
        return value instanceof String && parsed(value) instanceof OffsetDateTime time
                ? time
                : toInstant(value, ZoneOffset.UTC).atOffset(ZoneOffset.UTC);
    }

    static LocalDate toLocalDate(Object value) throws SQLException {
        return toLocalDateTime(value).toLocalDate();
    }

    static LocalTime toLocalTime(Object value) throws SQLException {
        if (value instanceof String text && text.indexOf(':') == 2) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw noTime();
            }
        }
        return toLocalDateTime(value).toLocalTime();
    }

    private static TemporalAccessor parsed(Object value) throws SQLException {
        if (value instanceof String text) {
            try {
                return ANY_DATE_TIME.parseBest(
                        text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            } catch (DateTimeException e) {
                throw noTime();
            }
        }
        throw noTime();
    }

    private static SQLException noTime() {
        return SqlErrors.badValue("The value is not a date or time");
    }
}
