package app.charla.api.json;

import app.charla.core.InvalidException;
import org.jspecify.annotations.Nullable;

/** Rules for the fields of requests. The rules for their values are the services'. */
public final class Require {

    private Require() {}

    /** @throws InvalidException if the field is missing */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidException(field, "field.required");
        }
        return value;
    }
}
