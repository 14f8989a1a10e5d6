package app.charla.api.account;

import app.charla.account.Session;
import app.charla.account.SessionService;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's sessions: list, end, sign out. */
@RestController
@RequestMapping("/v1/api/auth")
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    /**
     * A signed-in device or app.
     *
     * @param address last used IP address, to within some minutes; blank if unknown
     * @param current whether this request belongs to it
     */
    record SessionJson(
            String id,
            Session.Kind kind,
            String label,
            String address,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {

        static SessionJson of(Session session, Session current) {
            return new SessionJson(
                    session.id().toString(),
                    session.kind(),
                    session.label(),
                    session.address(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.id().equals(current.id()));
        }
    }

    /**
     * A page of the caller's sessions, last used first.
     *
     * @param next the {@code cursor} of the following page; absent on the last page
     */
    record SessionsJson(
            List<SessionJson> sessions, @Nullable String next) {}

    @GetMapping("/sessions")
    SessionsJson list(Session current, PageRequest request) {
        Page<SessionJson> page = request.pageOf(
                        sessions.sessions(current.account()),
                        session -> session.id().toString())
                .map(session -> SessionJson.of(session, current));
        return new SessionsJson(page.entries(), page.next());
    }

    @DeleteMapping("/sessions/{sessionId}")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Session current, @PathVariable String sessionId) {
        sessions.end(current.account(), id(sessionId));
    }

    /** Ends all sessions but the current one. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Session current) {
        sessions.endOthers(current.account(), current.id());
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(Session current) {
        sessions.end(current.account(), current.id());
    }

    @PostMapping("/logout-everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logoutEverywhere(Session current) {
        sessions.endAll(current.account(), current.id());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
