package app.charla.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem detail, for programs ({@code code}) and for people ({@code detail}, in their language).
 *
 * @param code stable identifier of the problem
 * @param errors the invalid fields of the request; absent for other problems
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable List<FieldError> errors) {

    /** Code of an edit that names another version than the current one. */
    public static final String VERSION_CONFLICT = "message.changed";

    /** An invalid field: the code of the broken rule, and a message for people. */
    record FieldError(String field, String code, String message) {}

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, code, null);
    }

    static Problem of(HttpStatus status, FieldError error) {
        return new Problem(
                "about:blank", status.getReasonPhrase(), status.value(), error.message(), error.code(), List.of(error));
    }
}
