package app.charla.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Schemas of records in the OpenAPI document: a component is nullable if it is {@code @Nullable}, and required otherwise.
 * A request may leave a nullable field out or name it {@code null}; an answer names it {@code null}.
 */
@Component
class OpenApiSchemas implements ModelConverter {

    private static final String CHARLA = "app.charla.";
    private static final String NULL = "null";

    /** A field in JSON and the component that it is written from. */
    private record Field(String name, RecordComponent component) {}

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getPackageName().startsWith(CHARLA)) {
            requireOwnName(raw);
            Schema<?> model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(raw.getSimpleName());
            if (model != null && model.getProperties() != null) {
                complete(model, raw);
            }
        }
        return schema;
    }

    /** Schemas have simple names: of two records with the same one, the document would hold only one. */
    private void requireOwnName(Class<?> type) {
        Class<?> known = records.putIfAbsent(type.getSimpleName(), type);
        if (known != null && known != type) {
            throw new IllegalStateException("one schema for " + known.getName() + " and " + type.getName());
        }
    }

    private static void complete(Schema<?> model, Class<?> type) {
        fields(type)
                .filter(field -> model.getProperties().containsKey(field.name()))
                .forEach(field -> {
                    if (isIdentifier(field)) {
                        ((Schema<?>) Objects.requireNonNull(
                                        model.getProperties().get(field.name())))
                                .setFormat("uuid");
                    }
                    if (isNullable(field.component())) {
                        model.getProperties().compute(field.name(), (name, schema) -> orNull(schema));
                    } else if (!isRequired(model, field.name())) {
                        model.addRequiredItem(field.name());
                    }
                });
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(component.getType())
                        : Stream.of(new Field(name(component), component)));
    }

    private static String name(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(component.getName());
    }

    /** Texts that name a thing are UUIDs, except those that clients make. */
    private static boolean isIdentifier(Field field) {
        return field.component().getType() == String.class
                && field.name().matches("id|\\w+Id")
                && !field.name().equals("clientId");
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRequired(Schema<?> model, String field) {
        return model.getRequired() != null && model.getRequired().contains(field);
    }

    /** Returns the schema of a value or null. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the library declares enumerations
    private static Schema<?> orNull(Schema schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of(NULL))));
        }
        if (schema.getTypes() != null && schema.getTypes().add(NULL) && schema.getEnum() != null) {
            schema.getEnum().add(null);
        }
        return schema;
    }
}
