package app.charla.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Deserializer of timestamps: RFC 3339 and nothing else, which knows years 0000 to 9999. What Java can read beyond them
 * does not fit the milliseconds that databases keep.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, section 5.6</a>
 */
final class TimestampText extends StdScalarDeserializer<Instant> {

    private static final int MAX_YEAR = 9999;

    TimestampText() {
        super(Instant.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.DateTime;
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException malformed) {
            // rejected below
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a timestamp of RFC 3339");
    }
}
