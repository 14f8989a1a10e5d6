package app.charla.api.account;

import app.charla.account.SecurityEvent;
import app.charla.account.SecurityLog;
import app.charla.account.Session;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The security log of the caller's account. */
@RestController
class SecurityLogController {

    private final SecurityLog log;

    SecurityLogController(SecurityLog log) {
        this.log = log;
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
}
