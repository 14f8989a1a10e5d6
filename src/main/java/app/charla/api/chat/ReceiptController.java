package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MarkerJson;
import app.charla.api.json.PageRequest;
import app.charla.api.json.ReceiptsJson;
import app.charla.api.json.Require;
import app.charla.chat.Chat;
import app.charla.chat.ReadMarkers;
import app.charla.core.Actor;
import app.charla.presence.TypingService;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Read markers, read receipts and typing notifications. */
@RestController
class ReceiptController {

    private final ReadMarkers markers;
    private final TypingService typing;
    private final JsonMapping jsonMapping;

    ReceiptController(ReadMarkers markers, TypingService typing, JsonMapping jsonMapping) {
        this.markers = markers;
        this.typing = typing;
        this.jsonMapping = jsonMapping;
    }

    /** A position in the chat: the {@code seq} of a message. */
    record Marker(Long seq) {
        Marker {
            Require.required("seq", seq);
        }
    }

    /** Marks the chat as read up to a message. */
    @PutMapping(ApiPaths.CHAT + "/read")
    MarkerJson read(Actor actor, Chat chat, @RequestBody Marker marker) {
        return MarkerJson.of(markers.markRead(actor, chat.id(), marker.seq()));
    }

    /** Marks a message and all later ones as unread. */
    @PutMapping(ApiPaths.CHAT + "/unread")
    MarkerJson unread(Actor actor, Chat chat, @RequestBody Marker marker) {
        return MarkerJson.of(markers.markUnread(actor, chat.id(), marker.seq()));
    }

    /** Marks all chats of the caller in the space as read. */
    @PostMapping(ApiPaths.CHATS + "/read")
    @ApiResponse(responseCode = "204")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Actor actor) {
        markers.markAllRead(actor);
    }

    @GetMapping(ApiPaths.CHAT + "/receipts")
    ReceiptsJson receipts(Actor actor, Chat chat, PageRequest request) {
        return jsonMapping.receipts(markers.receipts(actor, chat.id()), request);
    }

    /** Notifies the other members that the caller is typing; it expires after eight seconds. */
    @PostMapping(ApiPaths.CHAT + "/typing")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "429")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(Actor actor, Chat chat) {
        typing.type(actor, chat.id());
    }
}
