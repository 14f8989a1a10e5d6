package app.charla.api.account;

import app.charla.account.SecurityEvent;
import app.charla.account.SecurityLog;
import app.charla.account.Session;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The security log of the caller's account. */
@RestController
class SecurityLogController {

    private final SecurityLog log;

    SecurityLogController(SecurityLog log) {
        this.log = log;
    }

    /** See {@link SecurityEvent}. */
    record SecurityEventJson(String id, SecurityEvent.Kind kind, String detail, String address, Instant at) {

        static SecurityEventJson of(SecurityEvent event) {
            return new SecurityEventJson(
                    event.id().toString(), event.kind(), event.detail(), event.address(), event.at());
        }
    }

    /** A page of the log, newest first; the identifier of its last entry is {@code before} of the next page. */
    record SecurityEventsJson(List<SecurityEventJson> events) {}

    @GetMapping("/v1/api/auth/log")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    SecurityEventsJson events(
            Session session,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int limit) {
        return new SecurityEventsJson(log.events(session.account(), before, limit).stream()
                .map(SecurityEventJson::of)
                .toList());
    }
}
