package app.charla.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter of WebSockets: only pages of this server may open one, and only with a servlet session. Browsers send cookies along
 * when any page opens a WebSocket, and say only in the header {@code Origin} which page it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">RFC 6455, section 10.2</a>
 */
class WebSocketOriginFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) != null && isOwnOrigin(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Compares host and port only: a proxy that ends TLS need not say which scheme the browser used. */
    private static boolean isOwnOrigin(HttpServletRequest request) {
        String origin = authority(request.getHeader(HttpHeaders.ORIGIN));
        return origin != null
                && (origin.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                        || origin.equalsIgnoreCase(ownAuthority(request)));
    }

    /** Returns host and port as a trusted proxy has them; default ports are left out, as browsers do. */
    private static String ownAuthority(HttpServletRequest request) {
        int port = request.getServerPort();
        return request.getServerName() + (port == 80 || port == 443 ? "" : ":" + port);
    }

    private static @Nullable String authority(@Nullable String origin) {
        try {
            return new URI(Objects.requireNonNullElse(origin, "")).getAuthority();
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
