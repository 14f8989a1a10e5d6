package app.charla.api;

import app.charla.account.Session;
import app.charla.core.Actor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happens in the caller's chats, live, as one stream. */
@RestController
class EventController {

    private final EventStreams streams;

    EventController(EventStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/v1/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            Session session,
            Actor actor,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "lastEventId", required = false) @Nullable String again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        streams.open(session, actor, lastEventId == null ? again : lastEventId, request, response);
    }
}
