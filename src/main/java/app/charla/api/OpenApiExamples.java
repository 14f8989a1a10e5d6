package app.charla.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Examples in the OpenAPI document: of every body of a request and of the principal answers, one for each schema, from
 * {@code openapi/examples.json}. Operations refer to them. {@code OpenApiTest} validates and sends them.
 */
@Component
class OpenApiExamples implements OpenApiCustomizer {

    private static final String FILE = "openapi/examples.json";
    private static final String NAME = "example";

    private final Map<String, Object> bySchema;

    OpenApiExamples() throws IOException {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            bySchema = Json31.mapper().readValue(file, new TypeReference<>() {});
        }
    }

    @Override
    public void customise(OpenAPI document) {
        bySchema.forEach((schema, value) -> document.getComponents().addExamples(schema, new Example().value(value)));
        document.getPaths().values().forEach(path -> path.readOperations().forEach(this::refer));
    }

    private void refer(Operation operation) {
        if (operation.getRequestBody() != null) {
            refer(operation.getRequestBody().getContent());
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                refer(response.getContent());
            }
        });
    }

    private void refer(@Nullable Content content) {
        if (content != null) {
            content.values().forEach(this::refer);
        }
    }

    private void refer(MediaType type) {
        String schema = type.getSchema() == null ? null : type.getSchema().get$ref();
        String name = schema == null ? "" : schema.substring(schema.lastIndexOf('/') + 1);
        if (bySchema.containsKey(name)) {
            type.addExamples(NAME, new Example().$ref("#/components/examples/" + name));
        }
    }
}
