package app.charla.api.json;

import app.charla.core.InvalidException;
import org.jspecify.annotations.Nullable;

/** Checks that required fields of a request are present. Their values are validated by the services. */
public final class Require {

    private Require() {}

    /**
     * Returns the value.
     *
     * @throws InvalidException if it is missing
     */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidException(field, "field.required");
        }
        return value;
    }
}
