package app.charla.api;

import app.charla.media.UploadService;
import app.charla.message.MessageService;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Bounds in the OpenAPI document that are settings of the server. Those that are constants stand at the fields. */
@Component
class OpenApiSettings implements OpenApiCustomizer {

    private final MessageService messages;
    private final UploadService uploads;

    OpenApiSettings(MessageService messages, UploadService uploads) {
        this.messages = messages;
        this.uploads = uploads;
    }

    @Override
    public void customise(OpenAPI document) {
        property(document, "SendRequest", "text").setMaxLength(messages.maxLength());
        property(document, "SendRequest", "media").setMaxItems(uploads.maxFiles());
        property(document, "Edit", "text").setMaxLength(messages.maxLength());
    }

    private static Schema<?> property(OpenAPI document, String schema, String name) {
        Schema<?> model =
                Objects.requireNonNull(document.getComponents().getSchemas().get(schema));
        return Objects.requireNonNull((Schema<?>) model.getProperties().get(name));
    }
}
