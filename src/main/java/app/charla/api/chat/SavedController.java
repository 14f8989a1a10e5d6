package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.SavedJson;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.message.Message;
import app.charla.message.SavedMessages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's saved messages, which nobody else sees. Requests are idempotent. */
@RestController
class SavedController {

    private static final String SAVED = ApiPaths.MESSAGE + "/saved";

    private final SavedMessages saved;
    private final JsonMapping jsonMapping;

    SavedController(SavedMessages saved, JsonMapping jsonMapping) {
        this.saved = saved;
        this.jsonMapping = jsonMapping;
    }

    @GetMapping(ApiPaths.CHATS + "/saved")
    SavedJson list(Actor actor, PageRequest request) {
        long before = request.place(Long::valueOf, Long.MAX_VALUE);
        Page<Message> page = request.page(
                saved.saved(actor, new MessageId(before), request.limit() + 1),
                message -> Long.toString(message.id().value()));
        return new SavedJson(jsonMapping.messages(page.entries()), page.next());
    }

    @PutMapping(SAVED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(Actor actor, Chat chat, MessageId id) {
        saved.save(actor, chat.id(), id);
    }

    @DeleteMapping(SAVED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, Chat chat, MessageId id) {
        saved.remove(actor, id);
    }
}
