package app.charla.api.account;

import app.charla.account.SecurityAlerts;
import app.charla.account.SecurityEvent;
import app.charla.account.SecurityLog;
import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.core.NotFoundException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The security log of the caller's account, and those of its events that devices are alerted to. */
@RestController
class SecurityLogController {

    private final SecurityLog log;
    private final SecurityAlerts alerts;

    SecurityLogController(SecurityLog log, SecurityAlerts alerts) {
        this.log = log;
        this.alerts = alerts;
    }

    /**
     * See {@link SecurityEvent}.
     *
     * @param session the session that it opened or that did it, which may have ended; null if unknown
     * @param alert whether it is shown on the other devices of the account
     */
    record SecurityEventJson(
            String id,
            SecurityEvent.Kind kind,
            String detail,
            String address,
            Instant at,
            @Nullable UUID session,
            boolean alert) {

        static SecurityEventJson of(SecurityEvent event) {
            return new SecurityEventJson(
                    event.id().toString(),
                    event.kind(),
                    event.detail(),
                    event.address(),
                    event.at(),
                    event.session(),
                    event.alert());
        }
    }

    /**
     * A page of the log, newest first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record SecurityEventsJson(
            List<SecurityEventJson> events, @Nullable String next) {}

    @GetMapping("/v1/api/auth/log")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    SecurityEventsJson events(Session session, PageRequest request) {
        UUID before = request.cursor() == null ? null : PageRequest.decode(request.cursor(), UUID::fromString);
        Page<SecurityEventJson> page = request.page(
                        log.events(session.account(), before, request.limit() + 1),
                        event -> event.id().toString())
                .map(SecurityEventJson::of);
        return new SecurityEventsJson(page.entries(), page.next());
    }

    /** The alerts of a device, the oldest first. */
    record SecurityAlertsJson(List<SecurityEventJson> alerts) {}

    /** Returns the alerts that are to be shown on the device of this sign-in, at most 20. An API token has none. */
    @GetMapping("/v1/api/auth/alerts")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    SecurityAlertsJson alerts(Session session) {
        return new SecurityAlertsJson(alerts.alerts(session.account(), session.id()).stream()
                .map(SecurityEventJson::of)
                .toList());
    }

    /** Dismisses an alert and those before it, on the device of this sign-in. */
    @DeleteMapping("/v1/api/auth/alerts/{alertId}")
    @ApiResponse(responseCode = "204")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Session session, @PathVariable String alertId) {
        alerts.dismiss(session.account(), session.id(), id(alertId));
    }

    /**
     * Rejects an alert, "this was not me": ends the session that it is about and dismisses it. Choose a new password next,
     * which ends all other sessions.
     */
    @PostMapping("/v1/api/auth/alerts/{alertId}/rejection")
    @ApiResponse(responseCode = "204")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(Session session, @PathVariable String alertId) {
        alerts.reject(session.account(), session.id(), id(alertId));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
