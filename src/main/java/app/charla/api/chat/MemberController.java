package app.charla.api.chat;

import app.charla.api.json.AccountNames;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MembersJson;
import app.charla.api.json.PageRequest;
import app.charla.api.json.Require;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members of a chat. A path names a person by username or identifier, the caller by {@code me}. */
@RestController
class MemberController {

    private static final String MEMBERS = ApiPaths.CHAT + "/members";
    private static final String PUBLIC_MEMBERS = ApiPaths.PUBLIC_CHATS + "/{id}/members";
    private static final String GRUOP_MEMBERS = ApiPaths.GRUOP_CHATS + "/{id}/members";
    private static final String GROUP_MEMBERS = ApiPaths.GROUP_CHATS + "/{id}/members";
    private static final String MEMBER = "/{member}";
    private static final String ME = "/me";

    private final ChatService chats;
    private final GroupService groups;
    private final AccountNames accountNames;
    private final JsonMapping jsonMapping;

    MemberController(ChatService chats, GroupService groups, AccountNames accountNames, JsonMapping jsonMapping) {
        this.chats = chats;
        this.groups = groups;
        this.accountNames = accountNames;
        this.jsonMapping = jsonMapping;
    }

    /** The people to add to a group, by username, identifier or {@code me}. */
    record NewMembers(@JsonAlias("usernames") List<String> members) {
        NewMembers {
            Require.required("members", members);
        }
    }

    /** The new role of a member. */
    record RoleChange(Chat.Role role) {
        RoleChange {
            Require.required("role", role);
        }
    }

    @GetMapping(MEMBERS)
    MembersJson list(Chat chat, PageRequest request) {
        return jsonMapping.members(chat, request);
    }

    @PostMapping({GRUOP_MEMBERS, GROUP_MEMBERS})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    MembersJson add(Actor actor, Chat chat, @RequestBody NewMembers people, PageRequest request) {
        List<AccountId> ids = accountNames.ofField(actor.account(), "members", people.members());
        return jsonMapping.members(groups.add(actor, chat.id(), ids), request);
    }

    /** Joins a public chat. */
    @PostMapping(PUBLIC_MEMBERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(Actor actor, Chat chat) {
        chats.join(actor, chat.id());
    }

    @PutMapping({GRUOP_MEMBERS + MEMBER, GROUP_MEMBERS + MEMBER})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    MembersJson changeRole(
            Actor actor, Chat chat, AccountId member, @RequestBody RoleChange change, PageRequest request) {
        return jsonMapping.members(groups.changeRole(actor, chat.id(), member, change.role()), request);
    }

    @DeleteMapping({GRUOP_MEMBERS + MEMBER, GROUP_MEMBERS + MEMBER})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    MembersJson remove(Actor actor, Chat chat, AccountId member, PageRequest request) {
        return jsonMapping.members(groups.remove(actor, chat.id(), member), request);
    }

    @DeleteMapping({PUBLIC_MEMBERS + ME, GRUOP_MEMBERS + ME, GROUP_MEMBERS + ME})
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Actor actor, Chat chat) {
        if (chat.kind() == Chat.Kind.PUBLIC) {
            chats.leavePublic(actor, chat.id());
        } else {
            groups.leave(actor, chat.id());
        }
    }
}
