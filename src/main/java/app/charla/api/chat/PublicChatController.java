package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.ChatJson;
import app.charla.api.json.MessageRange;
import app.charla.api.json.OpenChatJson;
import app.charla.api.json.Require;
import app.charla.api.json.SendRequest;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Posting;
import app.charla.chat.GroupService;
import app.charla.chat.OpenedChat;
import app.charla.chat.PublicChatService;
import app.charla.chat.TopicService;
import app.charla.core.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Public chats: creating one, and what its owners do with it. */
@RestController
class PublicChatController {

    private static final String CHAT = ApiPaths.PUBLIC_CHATS + "/{id}";

    private final PublicChatService publicChats;
    private final ChatDetails details;

    PublicChatController(PublicChatService publicChats, ChatDetails details) {
        this.publicChats = publicChats;
        this.details = details;
    }

    /**
     * A new public chat.
     *
     * @param topic none by default
     * @param posting who may post; EVERYBODY by default
     */
    record NewPublicChat(
            @Schema(minLength = 1, maxLength = GroupService.MAX_NAME_LENGTH)
            String name,

            @Schema(maxLength = TopicService.MAX_LENGTH) @Nullable
            String topic,

            @Nullable Posting posting) {
        NewPublicChat {
            Require.required("name", name);
        }

        PublicChatService.Request toRequest() {
            return new PublicChatService.Request(
                    name,
                    Objects.requireNonNullElse(topic, ""),
                    Objects.requireNonNullElse(posting, Posting.EVERYBODY));
        }
    }

    @PostMapping(ApiPaths.PUBLIC_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    ResponseEntity<OpenChatJson> create(
            Actor actor,
            @RequestHeader(name = SendRequest.KEY, required = false) @Nullable String key,
            @RequestBody NewPublicChat wanted) {
        OpenedChat opened = publicChats.create(actor, wanted.toRequest(), key);
        return ResponseEntity.status(opened.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(details.open(actor, opened.chat().id(), MessageRange.LATEST));
    }

    /** Archives the chat: read-only, in no list, still found by search and link. */
    @PutMapping(CHAT + "/archive")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    ChatJson archive(Actor actor, Chat chat) {
        publicChats.archive(actor, chat.id());
        return details.chat(actor, chat.id());
    }

    @DeleteMapping(CHAT + "/archive")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    ChatJson unarchive(Actor actor, Chat chat) {
        publicChats.unarchive(actor, chat.id());
        return details.chat(actor, chat.id());
    }

    /** Makes a group of the chat, with the same identifier and members. */
    @PostMapping(CHAT + "/group")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    ChatJson turnIntoGroup(Actor actor, Chat chat) {
        publicChats.turnIntoGroup(actor, chat.id());
        return details.chat(actor, chat.id());
    }
}
