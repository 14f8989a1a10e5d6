package app.charla.api;

import app.charla.api.json.ApiPaths;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.List;

/**
 * Each address that is in a space also stands under {@code /v1/api/spaces/{slug}}: what comes there is handed on to the
 * address it means, with the space noted.
 */
final class SpaceAddresses implements Filter {

    /** Where the slug lies that an address named. */
    static final String SPACE = SpaceAddresses.class.getName();

    private static final String SPACES = ApiPaths.SPACES + "/";
    private static final List<String> IN_A_SPACE = List.of("/chats", "/events", "/media");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(meant((HttpServletRequest) request), response);
    }

    private static HttpServletRequest meant(HttpServletRequest request) {
        String path = request.getServletPath();
        int end = path.startsWith(SPACES) ? path.indexOf('/', SPACES.length()) : -1;
        if (end < 0 || !isInASpace(path.substring(end))) {
            return request;
        }
        request.setAttribute(SPACE, path.substring(SPACES.length(), end));
        return new Meant(request, ApiPaths.ROOT + path.substring(end));
    }

    private static boolean isInASpace(String rest) {
        return IN_A_SPACE.stream().anyMatch(each -> rest.equals(each) || rest.startsWith(each + "/"));
    }

    private static final class Meant extends HttpServletRequestWrapper {

        private final String path;

        Meant(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }
    }
}
