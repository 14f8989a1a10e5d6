package app.charla.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Names of operations in the OpenAPI document, from {@code openapi/operations.properties}: an identifier that stays when
 * Java methods are renamed, a tag, a summary, and the headers of an answer of success.
 */
@Component
class OpenApiNames {

    private static final String FILE = "openapi/operations.properties";

    private record Name(String id, String tag, String summary, List<String> headers) {

        /** Returns the name of the same operation on chats of one kind. */
        Name of(String kind) {
            return new Name(id + StringUtils.capitalize(kind), tag, summary, headers);
        }
    }

    /** By method and path, as in {@code GET /v1/api/chats}. */
    private final Map<String, Name> names = new HashMap<>();

    OpenApiNames() throws IOException {
        Properties lines = PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
        lines.forEach((id, line) -> {
            String[] columns = line.toString().split("\\s*\\|\\s*", 4);
            List<String> headers = columns.length < 4 ? List.of() : List.of(columns[3].split(",\\s*"));
            if (names.put(columns[0], new Name(id.toString(), columns[1], columns[2], headers)) != null) {
                throw new IllegalStateException(FILE + " names " + columns[0] + " twice");
            }
        });
    }

    /** Names an operation; one that the file does not know keeps the name of its Java method. */
    void name(Operation operation, String method, String path) {
        Name name = find(method, path);
        if (name != null) {
            operation.operationId(name.id()).tags(List.of(name.tag())).summary(name.summary());
            name.headers().forEach(header -> addHeader(operation, header));
            if (method.equals("GET") && name.headers().contains(HttpHeaders.ETAG)) {
                operation.addParametersItem(
                        OpenApiOperations.header(HttpHeaders.IF_NONE_MATCH, "The version that the caller has"));
                operation.getResponses().addApiResponse("304", new ApiResponse().description("Not Modified"));
            }
        }
    }

    private @Nullable Name find(String method, String path) {
        Name exact = names.get(method + ' ' + path);
        if (exact != null) {
            return exact;
        }
        Name ofAnyKind = names.get(method + ' ' + ofAnyKind(path));
        return ofAnyKind == null ? null : ofAnyKind.of(path.split("/")[4]);
    }

    private static String ofAnyKind(String path) {
        return path.replaceFirst("/chats/(public|private|gruop|group)/\\{id}", "/chats/{kind}/{id}");
    }

    private static void addHeader(Operation operation, String name) {
        Header header = OpenApiResponses.header(name);
        operation.getResponses().forEach((code, response) -> {
            if (code.startsWith("2") || code.startsWith("3")) {
                response.addHeaderObject(name, header);
            }
        });
    }

    /** Returns the tags, in alphabetical order. */
    List<Tag> tags() {
        Stream<String> tags = names.values().stream().map(Name::tag);
        return tags.distinct()
                .sorted()
                .map(tag -> new Tag().name(tag).description(tag))
                .toList();
    }
}
