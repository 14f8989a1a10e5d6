package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MessageJson;
import app.charla.api.json.Require;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.message.ForwardService;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Forwards a message to other chats. */
@RestController
class ForwardController {

    private final ForwardService forwards;
    private final JsonMapping jsonMapping;

    ForwardController(ForwardService forwards, JsonMapping jsonMapping) {
        this.forwards = forwards;
        this.jsonMapping = jsonMapping;
    }

    /**
     * The target chats.
     *
     * @param to the identifiers of 1–20 chats
     * @param clientId idempotency key: repeating a request with the same one sends nothing twice
     */
    record Forward(
            @ArraySchema(schema = @Schema(format = "uuid"), minItems = 1, maxItems = ForwardService.MAX_CHATS)
            List<String> to,

            @Schema(minLength = 1, maxLength = MessageDraft.MAX_CLIENT_ID_LENGTH) @Nullable
            String clientId) {
        Forward {
            Require.required("to", to);
        }

        List<ChatId> chats() {
            return to.stream().map(ChatId::parse).toList();
        }

        String id() {
            return Objects.requireNonNullElseGet(
                    clientId, () -> UUID.randomUUID().toString());
        }
    }

    /** The sent messages, in the order of the chats. */
    record Forwarded(List<MessageJson> messages) {}

    @PostMapping(ApiPaths.MESSAGE + "/forward")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    Forwarded forward(Actor actor, Chat chat, MessageId id, @RequestBody Forward forward) {
        List<Message> sent = forwards.forward(actor, chat.id(), id, forward.chats(), forward.id());
        return new Forwarded(jsonMapping.messages(sent));
    }
}
