package app.charla.ui.security;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * The handler of UIDL requests, by which pages call views. Unlike Vaadin's, it answers a message that no page sends with 400
 * instead of a failure of the server, and refuses single calls in it that are malformed.
 */
final class UidlHandler extends UidlRequestHandler {

    private static final byte[] MALFORMED =
            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400}".getBytes(StandardCharsets.UTF_8);

    /** A message is not what pages send. */
    static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MalformedException(String message) {
            super(message);
        }
    }

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new UidlCalls();
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        try {
            return super.handleRequest(session, request, response);
        } catch (UnsupportedEncodingException | CharConversionException unreadable) {
            refuse(response);
            return true;
        }
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
        try {
            return super.synchronizedHandleRequest(session, request, response, body);
        } catch (MalformedException malformed) {
            return Optional.of(() -> refuse(response));
        }
    }

    private static void refuse(VaadinResponse response) throws IOException {
        response.setStatus(HttpStatusCode.BAD_REQUEST.getCode());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(MALFORMED.length);
        response.getOutputStream().write(MALFORMED);
    }
}
