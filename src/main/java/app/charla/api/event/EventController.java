package app.charla.api.event;

import app.charla.account.Session;
import app.charla.api.json.AccountNames;
import app.charla.core.Actor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Live events of the caller's chats, as Server-Sent Events. */
@RestController
class EventController {

    private final EventStreams streams;
    private final AccountNames accountNames;

    EventController(EventStreams streams, AccountNames accountNames) {
        this.streams = streams;
        this.accountNames = accountNames;
    }

    /**
     * Opens the stream.
     *
     * @param lastEventIdParameter replaces the header {@code Last-Event-ID} for clients that cannot set it
     * @param watched people whose presence is sent, by username or identifier; at most 200
     */
    @GetMapping(path = "/v1/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            Session session,
            Actor actor,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastEventIdParameter,
            @RequestParam(name = "presence", defaultValue = "") List<String> watched,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        streams.open(
                session,
                actor,
                lastEventId == null ? lastEventIdParameter : lastEventId,
                accountNames.ofPresence(session.account(), watched),
                request,
                response);
    }
}
