package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.ChatJson;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MessageJson;
import app.charla.api.json.MessageRange;
import app.charla.api.json.OpenChatJson;
import app.charla.api.json.Require;
import app.charla.api.json.SendRequest;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Role;
import app.charla.chat.ChatService;
import app.charla.chat.ChatSettings;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.chat.PublicChatService;
import app.charla.chat.TopicService;
import app.charla.core.Actor;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.message.SendResult;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One chat of any kind: read, send, change settings, leave. */
@RestController
@RequestMapping(ApiPaths.CHAT)
class ChatController {

    private final ChatService chats;
    private final GroupService groups;
    private final PublicChatService publicChats;
    private final ChatSettings chatSettings;
    private final MessageService messages;
    private final ChatDetails details;
    private final JsonMapping jsonMapping;

    ChatController(
            ChatService chats,
            GroupService groups,
            PublicChatService publicChats,
            ChatSettings chatSettings,
            MessageService messages,
            ChatDetails details,
            JsonMapping jsonMapping) {
        this.chats = chats;
        this.groups = groups;
        this.publicChats = publicChats;
        this.chatSettings = chatSettings;
        this.messages = messages;
        this.details = details;
        this.jsonMapping = jsonMapping;
    }

    /**
     * A partial update: absent fields stay. Name, topic and posting are those of a group or a public chat; the rest are the
     * caller's own settings.
     *
     * @param posting who may post
     * @param muted short for {@code notifications} NOTHING, or ALL
     * @param mutedUntil when notifications of NOTHING end
     */
    record Settings(
            @Schema(minLength = 1, maxLength = GroupService.MAX_NAME_LENGTH) @Nullable
            String name,

            @Schema(maxLength = TopicService.MAX_LENGTH) @Nullable
            String topic,

            Chat.@Nullable Posting posting,
            @Nullable Boolean muted,
            NotificationSetting.@Nullable NotificationLevel notifications,
            @Nullable Instant mutedUntil) {
        Settings {
            boolean empty = name == null && topic == null && posting == null && notifications == null && muted == null;
            Require.required("name", empty ? null : "");
        }

        ChatSettings.Change toChange() {
            return new ChatSettings.Change(name, topic, posting, notificationSetting());
        }

        private @Nullable NotificationSetting notificationSetting() {
            if (notifications == null && muted == null) {
                return null;
            }
            NotificationLevel level = notifications;
            if (level == null) {
                level = Boolean.TRUE.equals(muted) ? NotificationLevel.NOTHING : NotificationLevel.ALL;
            }
            return new NotificationSetting(level, mutedUntil);
        }
    }

    @GetMapping
    OpenChatJson read(Actor actor, Chat chat, MessageRange range) {
        return details.open(actor, chat.id(), range);
    }

    @PostMapping({"", "/messages"})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    ResponseEntity<MessageJson> send(
            Actor actor,
            Chat chat,
            @Parameter(schema = @Schema(type = "string", minLength = 1, maxLength = MessageDraft.MAX_CLIENT_ID_LENGTH))
                    @RequestHeader(name = SendRequest.KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody SendRequest message) {
        SendResult result = messages.send(actor, chat.id(), message.toDraft(key));
        return ResponseEntity.status(result.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(jsonMapping.message(result.message()));
    }

    @PutMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    ChatJson change(Actor actor, Chat chat, @RequestBody Settings settings) {
        chatSettings.change(actor, chat.id(), settings.toChange());
        return details.chat(actor, chat.id());
    }

    /**
     * Leaves a public chat or a group, hides a private chat, deletes a group that the caller owns.
     *
     * @param everybody deletes a public chat that the caller owns, with all its messages, instead of leaving it
     */
    @DeleteMapping
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, Chat chat, @RequestParam(defaultValue = "false") boolean everybody) {
        switch (chat.kind()) {
            case PUBLIC -> removePublic(actor, chat, everybody);
            case PRIVATE -> chats.hide(actor, chat.id());
            case GROUP -> removeGroup(actor, chat);
        }
    }

    private void removePublic(Actor actor, Chat chat, boolean everybody) {
        if (everybody) {
            publicChats.delete(actor, chat.id());
        } else {
            chats.leavePublic(actor, chat.id());
        }
    }

    private void removeGroup(Actor actor, Chat chat) {
        if (chat.members().get(actor.account()) == Role.OWNER) {
            groups.delete(actor, chat.id());
        } else {
            groups.leave(actor, chat.id());
        }
    }
}
