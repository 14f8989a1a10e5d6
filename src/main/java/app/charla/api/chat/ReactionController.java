package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MessageJson;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.message.ReactionService;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reactions to a message, each named by its emoji. Requests are idempotent. */
@RestController
@RequestMapping(ApiPaths.MESSAGE + "/reactions/{emoji}")
class ReactionController {

    private final ReactionService reactions;
    private final JsonMapping jsonMapping;

    ReactionController(ReactionService reactions, JsonMapping jsonMapping) {
        this.reactions = reactions;
        this.jsonMapping = jsonMapping;
    }

    @PutMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "422")
    MessageJson react(Actor actor, Chat chat, MessageId id, @PathVariable String emoji) {
        return jsonMapping.message(reactions.react(actor, chat.id(), id, emoji));
    }

    @DeleteMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    MessageJson remove(Actor actor, Chat chat, MessageId id, @PathVariable String emoji) {
        return jsonMapping.message(reactions.remove(actor, chat.id(), id, emoji));
    }
}
