package app.charla.ui.security;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The arguments of a call from a page, compared with the parameters of the method. Only what is {@code @Nullable} may be null
 * or missing, a number has to fit its type, and lists and records are compared in depth.
 */
final class CallArguments {

    private CallArguments() {}

    /** Returns whether a list of arguments fits a method. */
    static boolean fit(JsonNode arguments, Method method) {
        AnnotatedType[] types = method.getAnnotatedParameterTypes();
        return arguments.size() == types.length
                && (types.length == 0 || arguments.isArray())
                && IntStream.range(0, types.length).allMatch(i -> fits(arguments.path(i), types[i]));
    }

    private static boolean fits(JsonNode value, AnnotatedType type) {
        if (value.isNull() || value.isMissingNode()) {
            return type.isAnnotationPresent(Nullable.class);
        }
        Class<?> raw = raw(type);
        if (raw == String.class) {
            return value.isString();
        } else if (raw == boolean.class || raw == Boolean.class) {
            return value.isBoolean();
        } else if (raw == int.class || raw == Integer.class) {
            return value.isIntegralNumber() && value.canConvertToInt();
        } else if (raw == long.class || raw == Long.class) {
            return value.isIntegralNumber() && value.canConvertToLong();
        } else if (raw == double.class || raw == Double.class) {
            return value.isNumber();
        } else if (Collection.class.isAssignableFrom(raw)) {
            return value.isArray() && elementsFit(value, type);
        } else if (raw.isRecord()) {
            return value.isObject()
                    && Stream.of(raw.getRecordComponents())
                            .allMatch(part -> fits(value.path(part.getName()), part.getAnnotatedType()));
        }
        throw new IllegalStateException(raw + " is no type that pages send");
    }

    private static boolean elementsFit(JsonNode list, AnnotatedType type) {
        AnnotatedType element = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        return list.valueStream().allMatch(value -> fits(value, element));
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type.getType();
    }
}
