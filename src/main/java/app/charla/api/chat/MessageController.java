package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MessageJson;
import app.charla.api.json.MessageRange;
import app.charla.api.json.MessagesJson;
import app.charla.api.json.PageRequest;
import app.charla.api.json.Require;
import app.charla.api.json.VersionsJson;
import app.charla.api.problem.Problem;
import app.charla.chat.Chat;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.MessageId;
import app.charla.message.LinkPreviewService;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import app.charla.message.MessagePage;
import app.charla.message.MessageService;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages of a chat of any kind: history, edit, delete, versions. */
@RestController
@RequestMapping(ApiPaths.MESSAGES)
class MessageController {

    private final MessageService messages;
    private final MessageHistory history;
    private final LinkPreviewService previews;
    private final JsonMapping jsonMapping;

    MessageController(
            MessageService messages, MessageHistory history, LinkPreviewService previews, JsonMapping jsonMapping) {
        this.messages = messages;
        this.history = history;
        this.previews = previews;
        this.jsonMapping = jsonMapping;
    }

    /** The new text of a message. Without a version or {@code If-Match} it replaces whichever version is current. */
    record Edit(String text, @Nullable Integer version) {
        Edit {
            Require.required("text", text);
        }
    }

    @GetMapping
    MessagesJson page(Actor actor, Chat chat, MessageRange range) {
        MessagePage page = range.load(history, actor, chat.id());
        return jsonMapping.messages(page, range.next(page));
    }

    @GetMapping("/{messageId}")
    ResponseEntity<MessageJson> one(Actor actor, Chat chat, MessageId id) {
        return tagged(history.message(actor, chat.id(), id));
    }

    @PutMapping("/{messageId}")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "412")
    ResponseEntity<MessageJson> edit(
            Actor actor,
            Chat chat,
            MessageId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit edit) {
        Message current = history.message(actor, chat.id(), id);
        int version = expected(current, ifMatch, edit.version());
        return tagged(messages.edit(actor, chat.id(), id, edit.text(), version));
    }

    @DeleteMapping("/{messageId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "412")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Actor actor,
            Chat chat,
            MessageId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        expected(history.message(actor, chat.id(), id), ifMatch, null);
        messages.delete(actor, chat.id(), id);
    }

    /** Undoes a recent delete by the caller. */
    @PostMapping("/{messageId}/restore")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409")
    ResponseEntity<MessageJson> restore(Actor actor, Chat chat, MessageId id) {
        return tagged(messages.undoDelete(actor, chat.id(), id));
    }

    /** Removes the link preview of the caller's own message for good. */
    @DeleteMapping("/{messageId}/preview")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePreview(Actor actor, Chat chat, MessageId id) {
        previews.remove(actor, chat.id(), id);
    }

    @GetMapping("/{messageId}/versions")
    VersionsJson versions(Actor actor, Chat chat, MessageId id, PageRequest request) {
        return VersionsJson.of(history.versions(actor, chat.id(), id), request);
    }

    private ResponseEntity<MessageJson> tagged(Message message) {
        return ResponseEntity.ok().eTag(tag(message)).body(jsonMapping.message(message));
    }

    private static String tag(Message message) {
        return '"' + Integer.toString(message.version()) + '"';
    }

    /**
     * Returns the version that an edit builds on.
     *
     * @throws ConflictException if it names another version than the current one
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, If-Match</a>
     */
    private static int expected(Message current, @Nullable String ifMatch, @Nullable Integer version) {
        boolean matches = ifMatch == null || ifMatch.equals("*") || contains(ifMatch, tag(current));
        if (!matches || (version != null && version != current.version())) {
            throw new ConflictException(Problem.VERSION_CONFLICT);
        }
        return current.version();
    }

    private static boolean contains(String ifMatch, String tag) {
        for (String candidate : ifMatch.split(",")) {
            if (candidate.strip().equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
