package app.charla.api.chat;

import app.charla.account.ProfileDirectory;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MembersJson;
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

/** Who is in a chat. People are named by username or identifier, oneself by {@code me}. */
@RestController
class MemberController {

    private static final String OF_ANY = ApiPaths.CHAT + "/members";
    private static final String OF_PUBLIC = ApiPaths.PUBLIC_CHATS + "/{id}/members";
    private static final String OF_GRUOP = ApiPaths.GRUOP_CHATS + "/{id}/members";
    private static final String OF_GROUP = ApiPaths.GROUP_CHATS + "/{id}/members";
    private static final String ONE = "/{member}";
    private static final String ME = "/me";

    private final ChatService chats;
    private final GroupService groups;
    private final ProfileDirectory profiles;
    private final JsonMapping jsonMapping;

    MemberController(ChatService chats, GroupService groups, ProfileDirectory profiles, JsonMapping jsonMapping) {
        this.chats = chats;
        this.groups = groups;
        this.profiles = profiles;
        this.jsonMapping = jsonMapping;
    }

    /** Who is to come in. */
    record Newcomers(@JsonAlias("usernames") List<String> members) {
        Newcomers {
            Require.required("members", members);
        }
    }

    /** What somebody may do from now on. */
    record Promotion(Chat.Role role) {
        Promotion {
            Require.required("role", role);
        }
    }

    @GetMapping(OF_ANY)
    MembersJson list(Chat chat) {
        return jsonMapping.members(chat);
    }

    @PostMapping({OF_GRUOP, OF_GROUP})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    MembersJson add(Actor actor, Chat chat, @RequestBody Newcomers newcomers) {
        List<AccountId> people = profiles.getByUsernames(newcomers.members()).stream()
                .map(profile -> profile.id())
                .toList();
        return jsonMapping.members(groups.add(actor, chat.id(), people));
    }

    /** Comes into a public chat. */
    @PostMapping(OF_PUBLIC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(Actor actor, Chat chat) {
        chats.join(actor, chat.id());
    }

    @PutMapping({OF_GRUOP + ONE, OF_GROUP + ONE})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    MembersJson promote(Actor actor, Chat chat, AccountId member, @RequestBody Promotion promotion) {
        return jsonMapping.members(groups.changeRole(actor, chat.id(), member, promotion.role()));
    }

    @DeleteMapping({OF_GRUOP + ONE, OF_GROUP + ONE})
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    MembersJson remove(Actor actor, Chat chat, AccountId member) {
        return jsonMapping.members(groups.remove(actor, chat.id(), member));
    }

    @DeleteMapping({OF_PUBLIC + ME, OF_GRUOP + ME, OF_GROUP + ME})
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
