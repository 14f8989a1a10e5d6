package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MessageJson;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.PinsJson;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.message.Message;
import app.charla.message.PinService;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pinned messages of a chat. Requests are idempotent. */
@RestController
class PinController {

    private static final String PIN = ApiPaths.MESSAGE + "/pin";

    private final PinService pins;
    private final JsonMapping jsonMapping;

    PinController(PinService pins, JsonMapping jsonMapping) {
        this.pins = pins;
        this.jsonMapping = jsonMapping;
    }

    @GetMapping(ApiPaths.CHAT + "/pins")
    PinsJson list(Actor actor, Chat chat, PageRequest request) {
        Page<Message> page = request.pageOf(
                pins.pins(actor, chat.id()), message -> message.id().toString());
        return new PinsJson(jsonMapping.messages(page.entries()), page.next());
    }

    @PutMapping(PIN)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "422")
    MessageJson pin(Actor actor, Chat chat, MessageId id) {
        return jsonMapping.message(pins.pin(actor, chat.id(), id));
    }

    @DeleteMapping(PIN)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    MessageJson unpin(Actor actor, Chat chat, MessageId id) {
        return jsonMapping.message(pins.unpin(actor, chat.id(), id));
    }
}
