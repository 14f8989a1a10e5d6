package app.charla.api.json;

import app.charla.core.InvalidException;
import app.charla.unicode.StorableText;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.type.LogicalType;

/**
 * Deserializer of text that rejects what cannot be stored as it is: what is acknowledged would not be what is stored.
 *
 * @see StorableText
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
        if (text != null && !StorableText.isStorable(text)) {
            var failure = MismatchedInputException.from(parser, String.class, "not storable");
            failure.initCause(
                    new InvalidException(Objects.requireNonNullElse(parser.currentName(), ""), "text.unicode"));
            throw failure;
        }
        return text;
    }
}
