package app.charla.api.space;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.PersonJson;
import app.charla.api.json.Require;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.space.SpaceMember;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members of a space. A path names a person by username or identifier, the caller by {@code me}. */
@RestController
@RequestMapping(ApiPaths.SPACE + "/members")
class SpaceMemberController {

    private final SpaceMembers members;
    private final ProfileDirectory profiles;

    SpaceMemberController(SpaceMembers members, ProfileDirectory profiles) {
        this.members = members;
        this.profiles = profiles;
    }

    /**
     * A member of a space.
     *
     * @param invite identifier of the invite they joined by, if any
     */
    record SpaceMemberJson(
            String id,
            String username,
            String name,
            SpaceRole role,
            Instant joinedAt,
            @Nullable String invite) {}

    /**
     * A page of the members of a space, in the order they joined.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record SpaceMembersJson(
            List<SpaceMemberJson> members, @Nullable String next) {}

    /** The token of a password reset link, {@code /reset/<token>}. */
    record ResetLinkJson(String token) {}

    /** The new role of a member. */
    record SpaceRoleChange(SpaceRole role) {
        SpaceRoleChange {
            Require.required("role", role);
        }
    }

    /** The claim token of a restored account, shown only here. */
    record ClaimJson(String token) {}

    @GetMapping
    SpaceMembersJson all(Actor actor, PageRequest request) {
        return json(members.members(actor), request);
    }

    @PutMapping("/{member}")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    SpaceMembersJson changeRole(
            Actor actor, AccountId member, @RequestBody SpaceRoleChange change, PageRequest request) {
        members.changeRole(actor, member, change.role());
        return json(members.members(actor), request);
    }

    @PostMapping("/{member}/transfer")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    SpaceMembersJson transfer(Actor actor, AccountId member, PageRequest request) {
        members.transfer(actor, member);
        return json(members.members(actor), request);
    }

    /** Creates a password reset link, valid once and for an hour. For owners of the home space. */
    @PostMapping("/{member}/reset-link")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.CREATED)
    ResetLinkJson resetLink(Actor actor, AccountId member) {
        return new ResetLinkJson(members.resetLink(actor, member));
    }

    @PostMapping("/{member}/claim")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.CREATED)
    ClaimJson claim(Actor actor, AccountId member) {
        return new ClaimJson(members.claim(actor, member));
    }

    @DeleteMapping("/{member}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, AccountId member) {
        members.remove(actor, member);
    }

    @DeleteMapping("/me")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ApiResponse(responseCode = "409")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Actor actor) {
        members.leave(actor);
    }

    private SpaceMembersJson json(List<SpaceMember> all, PageRequest request) {
        Page<SpaceMember> page = request.pageOf(all, member -> member.account().toString());
        Map<AccountId, Profile> people = profiles.findByIds(
                page.entries().stream().map(SpaceMember::account).toList());
        return new SpaceMembersJson(page.map(member -> json(member, people)).entries(), page.next());
    }

    private static SpaceMemberJson json(SpaceMember member, Map<AccountId, Profile> people) {
        @Nullable Profile profile = people.get(member.account());
        PersonJson person = profile == null ? PersonJson.gone(member.account()) : PersonJson.of(profile);
        return new SpaceMemberJson(
                person.id(),
                person.username(),
                person.name(),
                member.role(),
                member.joinedAt(),
                member.invite() == null ? null : member.invite().toString());
    }
}
