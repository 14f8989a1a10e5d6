package app.charla.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Responses of failures in the OpenAPI document: each is described once, and operations refer to it. */
final class OpenApiResponses {

    private static final String PROBLEM = Components.COMPONENTS_SCHEMAS_REF + "Problem";

    private static final Map<HttpStatus, String> FAILURES = Map.ofEntries(
            Map.entry(HttpStatus.BAD_REQUEST, "The request is malformed"),
            Map.entry(HttpStatus.UNAUTHORIZED, "There is no valid token, or the credentials are wrong"),
            Map.entry(HttpStatus.FORBIDDEN, "The token or the caller's role does not allow this"),
            Map.entry(HttpStatus.NOT_FOUND, "It does not exist, or the caller may not see it"),
            Map.entry(HttpStatus.NOT_ACCEPTABLE, "There is no answer in a type that the request accepts"),
            Map.entry(HttpStatus.CONFLICT, "The present state does not allow this"),
            Map.entry(HttpStatus.PRECONDITION_FAILED, "The version of If-Match is not the current one"),
            Map.entry(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
            Map.entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has a type that is not read here"),
            Map.entry(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "The file has nothing of the range"),
            Map.entry(HttpStatus.UNPROCESSABLE_CONTENT, "A value breaks a rule: errors says which"),
            Map.entry(HttpStatus.TOO_MANY_REQUESTS, "There were too many requests"),
            Map.entry(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer"));

    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.ETAG,
            "The version, for If-Match or If-None-Match",
            HttpHeaders.LOCATION,
            "The address of what was made, or of the next page",
            HttpHeaders.CONTENT_DISPOSITION,
            "The name of the file",
            "Tus-Resumable",
            "The version of the tus protocol",
            "Upload-Offset",
            "The number of bytes received",
            "Upload-Length",
            "The size of the file in bytes",
            "Upload-Expires",
            "When the upload is discarded, unless it is complete");

    private OpenApiResponses() {}

    static void addTo(Components components) {
        FAILURES.forEach((status, meaning) -> components.addResponses(name(status), failure(status, meaning)));
    }

    private static ApiResponse failure(HttpStatus status, String meaning) {
        var response = new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        return switch (status) {
            case UNAUTHORIZED ->
                response.addHeaderObject(
                        HttpHeaders.WWW_AUTHENTICATE,
                        new Header().description("Bearer").schema(new StringSchema()));
            case REQUESTED_RANGE_NOT_SATISFIABLE ->
                response.addHeaderObject(
                        HttpHeaders.CONTENT_RANGE,
                        new Header()
                                .description("The size of the file: bytes */size")
                                .schema(new StringSchema()));
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
                response.addHeaderObject(
                        HttpHeaders.RETRY_AFTER,
                        new Header().description("Seconds to wait").schema(new IntegerSchema().format("int32")));
            default -> response;
        };
    }

    /** Returns the name of a failure among the components, for example {@code NotFound}. */
    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }

    /** Documents a failure, unless another answer with its status is documented already. */
    static void add(ApiResponses responses, HttpStatus status) {
        responses.computeIfAbsent(Integer.toString(status.value()), code -> reference(status));
    }

    /** Replaces failures that an operation names by their description. */
    static void describe(ApiResponses responses) {
        responses.replaceAll((code, response) -> {
            HttpStatus status = HttpStatus.valueOf(Integer.parseInt(code));
            return FAILURES.containsKey(status) ? reference(status) : response;
        });
    }

    private static ApiResponse reference(HttpStatus status) {
        return new ApiResponse().$ref("#/components/responses/" + name(status));
    }

    /** Returns a header of answers of success. */
    static Header header(String name) {
        return new Header().description(HEADERS.getOrDefault(name, name)).schema(new StringSchema());
    }
}
