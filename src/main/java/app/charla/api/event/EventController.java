package app.charla.api.event;

import app.charla.account.Session;
import app.charla.api.event.EventStreams.Wanted;
import app.charla.api.json.AccountNames;
import app.charla.api.json.ApiPaths;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.presence.PresenceService;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Live events of the caller's chats, as Server-Sent Events: of one space, or of all. */
@RestController
class EventController {

    private final EventStreams streams;
    private final AccountNames accountNames;

    EventController(EventStreams streams, AccountNames accountNames) {
        this.streams = streams;
        this.accountNames = accountNames;
    }

    /**
     * Opens the stream of one space. The {@code id} of an event is its position in the journal of the space.
     *
     * @param lastEventIdParameter replaces the header {@code Last-Event-ID} for clients that cannot set it
     * @param chats only events of these chats, by identifier
     * @param types only events with these names; {@code resync} is always sent
     * @param watched people whose presence is sent, by username or identifier; at most 200
     */
    @GetMapping(path = ApiPaths.EVENTS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    void events(
            Session session,
            Actor actor,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
            @RequestParam(name = "chat", defaultValue = "") List<String> chats,
            @RequestParam(name = "type", defaultValue = "") List<String> types,
            @Parameter(array = @ArraySchema(schema = @Schema(type = "string"), maxItems = PresenceService.MAX_WATCHED))
                    @RequestParam(name = "presence", defaultValue = "")
                    List<String> watched,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        String last = lastEventId == null ? lastEventIdParameter : lastEventId;
        streams.open(wanted(session, last, chats, types, watched), actor, request, response);
    }

    /**
     * Opens the stream of all spaces of the caller, and of those that they enter while it is open. The {@code id} of an
     * event is an opaque cursor of all spaces, which resumes a stream with the same filters. {@code resync} names the
     * space to load again.
     *
     * @param lastEventIdParameter replaces the header {@code Last-Event-ID} for clients that cannot set it
     * @param slugs only events of these spaces
     * @param chats only events of these chats, by identifier
     * @param types only events with these names; {@code resync} is always sent
     * @param watched people whose presence is sent, by username or identifier; at most 200
     */
    @GetMapping(path = ApiPaths.MY_EVENTS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404")
    @ApiResponse(responseCode = "422")
    @ApiResponse(responseCode = "429")
    void myEvents(
            Session session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
            @RequestParam(name = "space", defaultValue = "") Set<String> slugs,
            @RequestParam(name = "chat", defaultValue = "") List<String> chats,
            @RequestParam(name = "type", defaultValue = "") List<String> types,
            @Parameter(array = @ArraySchema(schema = @Schema(type = "string"), maxItems = PresenceService.MAX_WATCHED))
                    @RequestParam(name = "presence", defaultValue = "")
                    List<String> watched,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        String last = lastEventId == null ? lastEventIdParameter : lastEventId;
        streams.openAll(wanted(session, last, chats, types, watched), slugs, request, response);
    }

    private Wanted wanted(
            Session session,
            @Nullable String lastEventId,
            List<String> chats,
            List<String> types,
            List<String> watched) {
        EventFilter filter = EventFilter.of(chats, types).within(session.reach());
        if (session.reach().chat() != null && !watched.isEmpty()) {
            throw new ForbiddenException("token.reach");
        }
        return new Wanted(session, lastEventId, filter, accountNames.ofPresence(session.account(), watched));
    }
}
