package app.charla.api.space;

import app.charla.account.ProfileDirectory;
import app.charla.account.Session;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.api.json.PersonJson;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.SpaceRole;
import io.swagger.v3.oas.annotations.media.Schema;
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

/** Invites: managing those of a space, and previewing and accepting one by its token. */
@RestController
class InviteController {

    private static final String SPACE_INVITES = ApiPaths.SPACE + "/invites";
    private static final String INVITE = "/v1/api/invites/{token}";

    private final InviteService inviteService;
    private final ProfileDirectory profiles;

    InviteController(InviteService inviteService, ProfileDirectory profiles) {
        this.inviteService = inviteService;
        this.profiles = profiles;
    }

    /** A request for an invite; by default it is valid for seven days and any number of uses. */
    record NewInvite(
            @Schema(minimum = "" + InviteService.MIN_SECONDS, maximum = "" + InviteService.MAX_SECONDS) @Nullable
            Long seconds,

            @Schema(minimum = "1") @Nullable Integer maxUses,
            @Nullable SpaceRole role,
            @Nullable UUID chatId) {

        Invite.Request toRequest() {
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
     * An invite, for those who manage the space.
     *
     * @param token the secret of the link, present only in the answer that creates it
     * @param joined identifiers of the current members who used it
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

    /**
     * A page of the invites of a space, newest first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record InvitesJson(List<InviteJson> invites, @Nullable String next) {}

    /**
     * A preview of an invite: the space it leads to, and who invites.
     *
     * @param welcome the text of the space for new members; empty if it has none
     * @param chatId the chat it leads to; absent if none
     */
    record InvitePreviewJson(
            String name,
            String color,
            boolean lookAlike,
            int members,
            PersonJson inviter,
            SpaceRole role,
            boolean joined,
            String welcome,
            @Nullable String chatId) {}

    /** The space, and perhaps the chat, that an accepted invite opened. */
    record AdmissionJson(
            String spaceId, String slug, @Nullable String chatId) {}

    @GetMapping(SPACE_INVITES)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    InvitesJson all(Actor actor, PageRequest request) {
        Page<InviteJson> page = request.pageOf(
                        inviteService.invites(actor), invite -> invite.id().toString())
                .map(invite -> json(invite, null));
        return new InvitesJson(page.entries(), page.next());
    }

    @PostMapping(SPACE_INVITES)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.CREATED)
    InviteJson issue(Actor actor, @RequestBody NewInvite wanted) {
        Invite.Issued issued = inviteService.issue(actor, wanted.toRequest());
        return json(issued.invite(), issued.token());
    }

    @DeleteMapping(SPACE_INVITES + "/{inviteId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable String inviteId) {
        inviteService.revoke(actor, id(inviteId));
    }

    @GetMapping(INVITE)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "429")
    InvitePreviewJson preview(Session session, @PathVariable String token) {
        Invite.Preview preview = inviteService.preview(session.account(), token);
        return new InvitePreviewJson(
                preview.space().name(),
                preview.space().color(),
                preview.space().lookAlike(),
                preview.members(),
                PersonJson.of(profiles.getById(preview.inviter())),
                preview.role(),
                preview.joined(),
                preview.welcome(),
                text(preview.chat()));
    }

    @PostMapping(INVITE)
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

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
