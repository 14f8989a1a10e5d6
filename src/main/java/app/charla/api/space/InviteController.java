package app.charla.api.space;

import app.charla.account.ProfileDirectory;
import app.charla.account.Session;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PersonJson;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.SpaceRole;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invites into a space, for who makes them and for who holds one. */
@RestController
class InviteController {

    private static final String OF_SPACE = ApiPaths.SPACE + "/invites";
    private static final String HELD = "/v1/api/invites/{token}";

    private final InviteService inviteService;
    private final ProfileDirectory profiles;

    InviteController(InviteService inviteService, ProfileDirectory profiles) {
        this.inviteService = inviteService;
        this.profiles = profiles;
    }

    /** An invite as it is wished for: for seven days, any number of members, unless told otherwise. */
    record NewInvite(
            @Nullable Long seconds,
            @Nullable Integer maxUses,
            @Nullable SpaceRole role,
            @Nullable UUID chatId) {

        Invite.Request toWish() {
            if (seconds != null && (seconds < 0 || seconds > Integer.MAX_VALUE)) {
                throw new InvalidException("seconds", "invite.lifetime");
            }
            return new Invite.Request(
                    seconds == null ? null : Duration.ofSeconds(seconds),
                    maxUses,
                    Objects.requireNonNullElse(role, SpaceRole.MEMBER),
                    chatId == null ? null : new ChatId(chatId));
        }
    }

    /**
     * An invite, for who looks after the space.
     *
     * @param token what the link carries; told once, when it is made
     * @param joined the identifiers of who came by it and is still there
     */
    record InviteJson(
            String id,
            @Nullable String token,
            PersonJson createdBy,
            SpaceRole role,
            @Nullable String chatId,
            @Nullable Integer maxUses,
            int uses,
            Instant createdAt,
            Instant expiresAt,
            boolean revoked,
            List<String> joined) {}

    /** The invites of a space, newest first. */
    record InvitesJson(List<InviteJson> invites) {}

    /** What an invite leads to. */
    record PreviewJson(
            String name,
            String color,
            boolean lookAlike,
            int members,
            PersonJson inviter,
            SpaceRole role,
            boolean joined) {}

    /** Where somebody came by an invite. */
    record AdmissionJson(
            String spaceId, String slug, @Nullable String chatId) {}

    @GetMapping(OF_SPACE)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    InvitesJson all(Actor actor) {
        return new InvitesJson(inviteService.invites(actor).stream()
                .map(invite -> json(invite, null))
                .toList());
    }

    @PostMapping(OF_SPACE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.CREATED)
    InviteJson issue(Actor actor, @RequestBody NewInvite wanted) {
        Invite.Issued issued = inviteService.issue(actor, wanted.toWish());
        return json(issued.invite(), issued.token());
    }

    @DeleteMapping(OF_SPACE + "/{inviteId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable String inviteId) {
        inviteService.revoke(actor, id(inviteId));
    }

    @GetMapping(HELD)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "429")
    PreviewJson preview(Session session, @PathVariable String token) {
        Invite.Preview preview = inviteService.preview(session.account(), token);
        return new PreviewJson(
                preview.space().name(),
                preview.space().color(),
                preview.space().lookAlike(),
                preview.members(),
                PersonJson.of(profiles.getById(preview.inviter())),
                preview.role(),
                preview.joined());
    }

    @PostMapping(HELD)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "429")
    AdmissionJson accept(Session session, @PathVariable String token) {
        Invite.Admission admission = inviteService.accept(session.account(), token);
        return new AdmissionJson(
                admission.space().id().toString(), admission.space().slug(), text(admission.chat()));
    }

    private InviteJson json(Invite invite, @Nullable String token) {
        return new InviteJson(
                invite.id().toString(),
                token,
                PersonJson.of(profiles.getById(invite.createdBy())),
                invite.role(),
                text(invite.chat()),
                invite.maxUses(),
                invite.uses(),
                invite.createdAt(),
                invite.expiresAt(),
                invite.revoked(),
                invite.joined().stream().map(Object::toString).toList());
    }

    private static @Nullable String text(@Nullable ChatId chat) {
        return chat == null ? null : chat.toString();
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
