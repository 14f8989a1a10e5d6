package app.charla.api.json;

import app.charla.core.InvalidException;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.type.LogicalType;

/**
 * Deserializer of text that rejects lone surrogates. JSON can write them; UTF-8, and so the database, cannot: they would be
 * stored as question marks, and what is acknowledged would not be what is stored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.2">RFC 8259, section 8.2</a>
 */
final class UnicodeText extends StdScalarDeserializer<String> {

    UnicodeText() {
        super(String.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && hasLoneSurrogate(text)) {
            var failure = MismatchedInputException.from(parser, String.class, "half of a character");
            failure.initCause(
                    new InvalidException(Objects.requireNonNullElse(parser.currentName(), ""), "text.unicode"));
            throw failure;
        }
        return text;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }
}
