package app.charla.api.json;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON converter for request and response bodies: the records of this API. Fields keep the order of the record. Reading is
 * strict: unknown fields, numbers in place of text, nulls in lists, halves of characters and
 * years of more than four digits are errors, so that a client's
 * mistakes do not pass unnoticed.
 *
 * <p>Each message passes here twice, so this does nothing but read and write whole bodies.
 */
public final class ApiJson implements HttpMessageConverter<Object> {

    /** Maximum size of a body: eight thousand characters, each escaped or of four bytes, and some overhead. */
    public static final int MAX_BYTES = 64 * 1024;

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new UnicodeText())
                    .addDeserializer(Instant.class, new TimestampText()))
            .build();

    private static final String API = "app.charla.api.";

    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    /** A body without Content-Length exceeds {@link #MAX_BYTES}. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return isApiRecord(type) && (mediaType == null || MediaType.APPLICATION_JSON.includes(mediaType));
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return isApiRecord(type) && (mediaType == null || TYPES.stream().anyMatch(mediaType::isCompatibleWith));
    }

    /** Returns whether a type is a record of the REST API: of {@code app.charla.api} or a package in it. */
    public static boolean isApiRecord(Class<?> type) {
        return type.isRecord() && (type.getPackageName() + '.').startsWith(API);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return TYPES;
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        byte[] body = message.getBody().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new HttpMessageNotReadableException("the body is too long", new TooLongException(), message);
        }
        try {
            return MAPPER.readValue(body, type);
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("the body does not match its type", unreadable, message);
        }
    }

    @Override
    public void write(Object value, @Nullable MediaType type, HttpOutputMessage message) throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(value);
        if (message.getHeaders().getContentType() == null) {
            message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        }
        message.getHeaders().setContentLength(body.length);
        message.getBody().write(body);
    }
}
