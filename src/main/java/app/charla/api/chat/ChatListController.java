package app.charla.api.chat;

import app.charla.account.ProfileDirectory;
import app.charla.api.json.AccountNames;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.ChatsJson;
import app.charla.api.json.MessageRange;
import app.charla.api.json.OpenChatJson;
import app.charla.api.json.PageRequest;
import app.charla.api.json.Require;
import app.charla.api.json.SendRequest;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.OpenedChat;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
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

    private final ChatPages pages;
    private final ChatService chats;
    private final GroupService groups;
    private final ProfileDirectory profiles;
    private final AccountNames accountNames;
    private final ChatDetails details;

    ChatListController(
            ChatPages pages,
            ChatService chats,
            GroupService groups,
            ProfileDirectory profiles,
            AccountNames accountNames,
            ChatDetails details) {
        this.pages = pages;
        this.chats = chats;
        this.groups = groups;
        this.profiles = profiles;
        this.accountNames = accountNames;
        this.details = details;
    }

    /**
     * The other person of a private chat, by one of the two.
     *
     * @param username the username, or {@code me} for the notebook
     * @param accountId the identifier, or {@code me} for the notebook
     */
    record NewPrivateChat(
            @Nullable String username, @Nullable String accountId) {
        NewPrivateChat {
            Require.required("username", accountId == null ? username : accountId);
        }

        /** Returns the account. */
        AccountId account(Actor actor, AccountNames names) {
            return accountId == null
                    ? names.ofField(actor.account(), "username", List.of(Require.required("username", username)))
                            .getFirst()
                    : names.ofPath(actor.account(), accountId);
        }
    }

    /** A new group and its first members besides the caller, by username, identifier or {@code me}. */
    record NewGroup(
            @Schema(minLength = 1, maxLength = GroupService.MAX_NAME_LENGTH)
            String name,

            @Nullable List<String> members) {
        NewGroup {
            Require.required("name", name);
        }
    }

    @GetMapping(ApiPaths.CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    ChatsJson all(Actor actor, PageRequest page) {
        return pages.joined(actor, chat -> true, page);
    }

    @GetMapping(ApiPaths.PUBLIC_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    ChatsJson publicChats(Actor actor, @RequestParam(defaultValue = "false") boolean archived, PageRequest page) {
        return pages.publicChats(actor, archived, page);
    }

    @GetMapping(ApiPaths.PRIVATE_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    ChatsJson privateChats(Actor actor, PageRequest page) {
        return pages.joined(actor, chat -> chat.kind() == Kind.PRIVATE, page);
    }

    @GetMapping({ApiPaths.GRUOP_CHATS, ApiPaths.GROUP_CHATS})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    ChatsJson groupChats(Actor actor, PageRequest page) {
        return pages.joined(actor, chat -> chat.kind() == Kind.GROUP, page);
    }

    @PostMapping(ApiPaths.PRIVATE_CHATS)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    ResponseEntity<OpenChatJson> openPrivate(Actor actor, @RequestBody NewPrivateChat wanted) {
        return answer(actor, chats.openPrivate(actor, existing(wanted.account(actor, accountNames))));
    }

    @PostMapping({ApiPaths.GRUOP_CHATS, ApiPaths.GROUP_CHATS})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ApiResponse(responseCode = "429")
    ResponseEntity<OpenChatJson> createGroup(
            Actor actor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            minLength = 1,
                                            maxLength = GroupService.MAX_REQUEST_KEY_LENGTH))
                    @RequestHeader(name = SendRequest.KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody NewGroup group) {
        return answer(actor, groups.create(actor, group.name(), people(actor, group.members()), key));
    }

    private ResponseEntity<OpenChatJson> answer(Actor actor, OpenedChat opened) {
        Chat chat = opened.chat();
        return ResponseEntity.status(opened.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(details.open(actor, chat.id(), MessageRange.LATEST));
    }

    private AccountId existing(AccountId account) {
        return profiles.getById(account).id();
    }

    private List<AccountId> people(Actor actor, @Nullable List<String> names) {
        return names == null ? List.of() : accountNames.ofField(actor.account(), "members", names);
    }
}
