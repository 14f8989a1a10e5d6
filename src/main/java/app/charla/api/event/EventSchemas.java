package app.charla.api.event;

import app.charla.api.event.EventEncoder.ChatEvent;
import app.charla.api.event.EventEncoder.DraftEvent;
import app.charla.api.event.EventEncoder.GoneEvent;
import app.charla.api.event.EventEncoder.PublicChatEvent;
import app.charla.api.event.EventEncoder.ReceiptEvent;
import app.charla.api.event.EventEncoder.TypingEvent;
import app.charla.api.json.MarkerJson;
import app.charla.api.json.MessageJson;
import app.charla.api.json.PresenceJson;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Schemas of the event stream in the OpenAPI document: {@code LiveEvent} is one of the events that it sends. */
@Component
class EventSchemas implements OpenApiCustomizer {

    private static final String ANY = "LiveEvent";
    private static final String SPACE = "spaceId";

    /**
     * An event.
     *
     * @param data the record in its data; null if that is empty
     * @param inJournal whether it has an {@code id}, and a space beside the fields of the record
     */
    private record Event(String name, @Nullable Class<?> data, boolean inJournal) {

        /** Returns the name of its schema, for example {@code MessageChangedEvent}. */
        String schema() {
            var words = new StringBuilder();
            for (String word : name.split("-")) {
                words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
            return "Live" + words + "Event";
        }
    }

    private static final List<Event> EVENTS = List.of(
            new Event("message", MessageJson.class, true),
            new Event("message-changed", MessageJson.class, true),
            new Event("chat", ChatEvent.class, true),
            new Event("chat-gone", GoneEvent.class, true),
            new Event("public-chat", PublicChatEvent.class, true),
            new Event("read", MarkerJson.class, true),
            new Event("receipt", ReceiptEvent.class, true),
            new Event("draft", DraftEvent.class, false),
            new Event("typing", TypingEvent.class, false),
            new Event("presence", PresenceJson.class, false),
            new Event("resync", null, true));

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents();
        List<Schema> all = new ArrayList<>();
        EVENTS.forEach(event -> {
            components.addSchemas(event.schema(), schema(event, components));
            all.add(reference(event.schema()));
        });
        components.addSchemas(ANY, new Schema<>().oneOf(all));
        document.getPaths().forEach((path, item) -> {
            if (path.endsWith("/events")) {
                item.getGet().getResponses().addApiResponse("200", stream());
            }
        });
    }

    private static Schema<?> reference(String schema) {
        return new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + schema);
    }

    private static Schema<?> schema(Event event, Components components) {
        var schema = new ObjectSchema();
        schema.addProperty("event", new StringSchema().addEnumItem(event.name()));
        schema.addRequiredItem("event");
        if (event.inJournal()) {
            schema.addProperty("id", new StringSchema().description("The position, for Last-Event-ID"));
            schema.addRequiredItem("id");
        }
        schema.addProperty("data", data(event, components));
        schema.addRequiredItem("data");
        return schema;
    }

    private static Schema<?> data(Event event, Components components) {
        Class<?> type = event.data();
        if (type == null) {
            return new ObjectSchema();
        }
        Map<String, Schema> models = ModelConverters.getInstance(true).readAll(type);
        models.forEach((name, model) -> components.getSchemas().putIfAbsent(name, model));
        return event.inJournal()
                ? inSpace(Objects.requireNonNull(components.getSchemas().get(type.getSimpleName())))
                : reference(type.getSimpleName());
    }

    private static Schema<?> inSpace(Schema<?> model) {
        var schema = new ObjectSchema();
        schema.addProperty(SPACE, new StringSchema());
        model.getProperties().forEach(schema::addProperty);
        schema.addRequiredItem(SPACE);
        model.getRequired().forEach(schema::addRequiredItem);
        return schema;
    }

    private static ApiResponse stream() {
        return new ApiResponse()
                .description("Server-sent events, without end. Comments keep the connection alive.")
                .addHeaderObject(
                        "X-Accel-Buffering",
                        new Header().description("Stops proxies from buffering").schema(new StringSchema()))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE,
                                new MediaType().schema(new ArraySchema().items(reference(ANY)))));
    }
}
