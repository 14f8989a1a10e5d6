package app.charla.api.account;

import app.charla.account.Session;
import app.charla.api.json.AccountNames;
import app.charla.api.json.PresenceJson;
import app.charla.api.json.PresenceJson.StatusJson;
import app.charla.core.Actor;
import app.charla.presence.CustomStatus;
import app.charla.presence.OwnPresence;
import app.charla.presence.PresenceChoice;
import app.charla.presence.PresenceService;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Presence of other people, and the caller's own presence settings. */
@RestController
class PresenceController {

    private final PresenceService presences;
    private final AccountNames accountNames;

    PresenceController(PresenceService presences, AccountNames accountNames) {
        this.presences = presences;
        this.accountNames = accountNames;
    }

    /** Presences, in the order of the request. */
    record PresencesJson(List<PresenceJson> presences) {}

    /**
     * The caller's presence settings. Read receipts and last seen are mutual: who shares none sees none.
     *
     * @param receipts whether the caller shares and sees read receipts
     * @param lastSeen whether the caller shares and sees when people were last online
     */
    record MyPresenceJson(PresenceChoice choice, @Nullable StatusJson status, boolean receipts, boolean lastSeen) {

        static MyPresenceJson of(OwnPresence own) {
            return new MyPresenceJson(own.choice(), StatusJson.of(own.status()), own.receipts(), own.tellsLastSeen());
        }
    }

    /** A partial update of the presence settings: absent fields stay. A status without emoji and text is cleared. */
    record PresenceChange(
            @Nullable PresenceChoice choice,
            @Nullable StatusJson status,
            @Nullable Boolean receipts,
            @Nullable Boolean lastSeen) {

        OwnPresence applyTo(OwnPresence present) {
            CustomStatus newStatus = status == null ? present.status() : status.toStatus();
            return new OwnPresence(
                    Objects.requireNonNullElse(choice, present.choice()),
                    newStatus,
                    Objects.requireNonNullElse(receipts, present.receipts()),
                    Objects.requireNonNullElse(lastSeen, present.tellsLastSeen()),
                    present.lastSeen());
        }
    }

    /** @param people usernames or identifiers, at most 200; strangers appear offline */
    @GetMapping("/v1/api/presence")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    PresencesJson presences(
            Actor actor,
            @Parameter(array = @ArraySchema(schema = @Schema(type = "string"), maxItems = PresenceService.MAX_WATCHED))
                    @RequestParam(defaultValue = "")
                    List<String> people) {
        return new PresencesJson(presences.of(actor, accountNames.ofPresence(actor.account(), people)).stream()
                .map(PresenceJson::of)
                .toList());
    }

    @GetMapping("/v1/api/me/presence")
    MyPresenceJson own(Session session) {
        return MyPresenceJson.of(presences.own(session.account()));
    }

    @PutMapping("/v1/api/me/presence")
    MyPresenceJson change(Session session, @RequestBody PresenceChange change) {
        return MyPresenceJson.of(presences.update(session.account(), change::applyTo));
    }
}
