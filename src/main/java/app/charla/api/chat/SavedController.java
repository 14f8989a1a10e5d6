package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.SavedJson;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.message.Message;
import app.charla.message.SavedMessages;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's saved messages, which nobody else sees. Requests are idempotent. */
@RestController
class SavedController {

    private static final String SAVED = ApiPaths.MESSAGE + "/saved";
    private static final int PAGE_SIZE = 50;

    private final SavedMessages saved;
    private final JsonMapping jsonMapping;

    SavedController(SavedMessages saved, JsonMapping jsonMapping) {
        this.saved = saved;
        this.jsonMapping = jsonMapping;
    }

    @GetMapping(ApiPaths.CHATS + "/saved")
    SavedJson list(Actor actor, @RequestParam(defaultValue = "9223372036854775807") long cursor) {
        List<Message> page = saved.saved(actor, new MessageId(cursor), PAGE_SIZE);
        Long next = page.size() < PAGE_SIZE ? null : page.getLast().id().value();
        return new SavedJson(jsonMapping.messages(page), next);
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
