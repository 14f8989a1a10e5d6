package app.charla.libsql;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Pulls values out of a JSON text. Every reading method stands on the first token of a value and leaves on its last;
 * a value of another shape than asked for is a {@link StreamReadException}, an unknown property is skipped.
 */
final class Json implements AutoCloseable {

    static final JsonFactory FACTORY = JsonFactory.builder()
            // The reference server writes infinities as bare words.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(256 << 20)
                    .maxNestingDepth(100)
                    .build())
            .build();

    private final JsonParser parser;

    private Json(JsonParser parser) {
        this.parser = parser;
        parser.nextToken();
    }

    static Json of(byte[] text) {
        return new Json(FACTORY.createParser(ObjectReadContext.empty(), text));
    }

    /** Reader of one property of an object: reads its value, or calls {@link #skip()}. */
    interface Property {
        void read(String name);
    }

    /** Reads one element of an array. */
    interface Element<T extends @Nullable Object> {
        T read();
    }

    void object(Property property) {
        expect(JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            property.read(name);
        }
        expect(JsonToken.END_OBJECT);
    }

    <T extends @Nullable Object> List<T> array(Element<T> element) {
        expect(JsonToken.START_ARRAY);
        List<T> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            all.add(element.read());
        }
        return all;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    void skip() {
        parser.skipChildren();
    }

    String string() {
        expect(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    @Nullable
    String optionalString() {
        return isNull() ? null : string();
    }

    boolean bool() {
        return parser.getBooleanValue();
    }

    /** An integer, as number or as string of digits. */
    long integer() {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parse(parser.getString()) : parser.getLongValue();
    }

    /** A typed SQL value, {@code {"type":…}}. */
    @Nullable
    Object value() {
        RawValue raw = new RawValue();
        object(name -> {
            switch (name) {
                case "type" -> raw.type = string();
                case "value" -> readScalar(raw);
                case "base64" -> raw.text = string();
                default -> skip();
            }
        });
        return switch (raw.type) {
            case "null" -> null;
            case "integer" -> raw.number instanceof Long ? raw.number : parse(raw.text());
            case "float" -> raw.number == null ? Double.NaN : raw.number.doubleValue();
            case "text" -> raw.text();
            case "blob" -> decode(raw.text());
            default -> throw broken("unknown type of value");
        };
    }

    private void readScalar(RawValue raw) {
        switch (parser.currentToken()) {
            case VALUE_STRING -> raw.text = parser.getString();
            case VALUE_NUMBER_INT -> readWhole(raw);
            case VALUE_NUMBER_FLOAT -> raw.number = parser.getDoubleValue();
            case VALUE_NULL -> raw.number = null;
            default -> throw broken("unexpected value");
        }
    }

    /** A float may come without a point, and then be far beyond 64 bits. */
    private void readWhole(RawValue raw) {
        raw.number = switch (parser.getNumberType()) {
            case INT, LONG -> (Number) parser.getLongValue();
            default -> (Number) parser.getDoubleValue();
        };
    }

    private byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new StreamReadException(parser, "broken base64", e);
        }
    }

    private long parse(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new StreamReadException(parser, "broken integer", e);
        }
    }

    private void expect(JsonToken token) {
        if (parser.currentToken() != token) {
            throw broken("expected " + token + " but found " + parser.currentToken());
        }
    }

    StreamReadException broken(String message) {
        return new StreamReadException(parser, message);
    }

    /** Fails unless the text ends here. */
    void end() {
        if (parser.nextToken() != null) {
            throw broken("text after the end");
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private final class RawValue {
        String type = "";

        @Nullable
        String text;

        @Nullable
        Number number;

        String text() {
            if (text == null) {
                throw broken("value without content");
            }
            return text;
        }
    }
}
