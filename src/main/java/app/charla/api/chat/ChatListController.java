package app.charla.api.chat;

import app.charla.account.ProfileDirectory;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.ChatsJson;
import app.charla.api.json.MessageRange;
import app.charla.api.json.OpenChatJson;
import app.charla.api.json.Require;
import app.charla.api.json.SendRequest;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.OpenedChat;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's chats: lists by kind, and opening private chats and groups. */
@RestController
class ChatListController {

    private static final String DEFAULT_LIMIT = "50";

    private final ChatPages pages;
    private final ChatService chats;
    private final GroupService groups;
    private final ProfileDirectory profiles;
    private final ChatDetails details;

    ChatListController(
            ChatPages pages, ChatService chats, GroupService groups, ProfileDirectory profiles, ChatDetails details) {
        this.pages = pages;
        this.chats = chats;
        this.groups = groups;
        this.profiles = profiles;
        this.details = details;
    }

    /** The other person of a private chat, by username or by identifier. */
    record NewPrivateChat(
            @Nullable String username, @Nullable UUID accountId) {
        NewPrivateChat {
            Require.required("username", accountId == null ? username : accountId);
        }
    }

    /** A new group and the usernames of its first members besides the caller. */
    record NewGroup(String name, @Nullable List<String> members) {
        NewGroup {
            Require.required("name", name);
        }
    }

    @GetMapping(ApiPaths.CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    ChatsJson all(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        return pages.joined(actor, chat -> true, cursor, limit);
    }

    @GetMapping(ApiPaths.PUBLIC_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    ChatsJson publicChats(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        return pages.publicChats(actor, cursor, limit);
    }

    @GetMapping(ApiPaths.PRIVATE_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    ChatsJson privateChats(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        return pages.joined(actor, chat -> chat.kind() == Kind.PRIVATE, cursor, limit);
    }

    @GetMapping({ApiPaths.GRUOP_CHATS, ApiPaths.GROUP_CHATS})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    ChatsJson groupChats(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        return pages.joined(actor, chat -> chat.kind() == Kind.GROUP, cursor, limit);
    }

    @PostMapping(ApiPaths.PRIVATE_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    ResponseEntity<OpenChatJson> openPrivate(Actor actor, @RequestBody NewPrivateChat wanted) {
        return answer(actor, chats.openPrivate(actor, person(wanted)));
    }

    @PostMapping({ApiPaths.GRUOP_CHATS, ApiPaths.GROUP_CHATS})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "429")
    ResponseEntity<OpenChatJson> createGroup(
            Actor actor,
            @RequestHeader(name = SendRequest.KEY, required = false) @Nullable String key,
            @RequestBody NewGroup group) {
        return answer(actor, groups.create(actor, group.name(), people(group.members()), key));
    }

    private ResponseEntity<OpenChatJson> answer(Actor actor, OpenedChat opened) {
        Chat chat = opened.chat();
        return ResponseEntity.status(opened.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(details.open(actor, chat.id(), MessageRange.LATEST));
    }

    private AccountId person(NewPrivateChat wanted) {
        if (wanted.accountId() != null) {
            AccountId id = new AccountId(wanted.accountId());
            return profiles.getById(id).id();
        }
        return findByUsernames("username", List.of(Require.required("username", wanted.username())))
                .getFirst();
    }

    private List<AccountId> people(@Nullable List<String> usernames) {
        return usernames == null ? List.of() : findByUsernames("members", usernames);
    }

    private List<AccountId> findByUsernames(String field, List<String> usernames) {
        try {
            return profiles.getByUsernames(usernames).stream()
                    .map(profile -> profile.id())
                    .toList();
        } catch (InvalidException unknown) {
            throw new InvalidException(field, unknown.code(), unknown.arguments());
        }
    }
}
