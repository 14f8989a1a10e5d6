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
 * Filter for paths with a space: whatever is in a space also exists under {@code /v1/api/spaces/{slug}}. Removes that
 * prefix from the path and stores the slug in the request.
 */
final class SpacePathFilter implements Filter {

    /** Request attribute of the slug in the path. */
    static final String SPACE = SpacePathFilter.class.getName();

    private static final String SPACES = ApiPaths.SPACES + "/";
    private static final List<String> IN_SPACE = List.of("/chats", "/events", "/media");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(rewrite((HttpServletRequest) request), response);
    }

    private static HttpServletRequest rewrite(HttpServletRequest request) {
        String path = request.getServletPath();
        int end = endOfSpace(path);
        if (end < 0) {
            return request;
        }
        request.setAttribute(SPACE, path.substring(SPACES.length(), end));
        return new RewrittenRequest(request, ApiPaths.ROOT + path.substring(end));
    }

    /** Returns a path as the controllers see it. */
    static String withoutSpace(String path) {
        int end = endOfSpace(path);
        return end < 0 ? path : ApiPaths.ROOT + path.substring(end);
    }

    /** Returns where the prefix with the space ends, or -1 if the path has none. */
    private static int endOfSpace(String path) {
        int end = path.startsWith(SPACES) ? path.indexOf('/', SPACES.length()) : -1;
        return end >= 0 && isInSpace(path.substring(end)) ? end : -1;
    }

    /** Returns whether a path below the root also exists under a space. */
    static boolean isInSpace(String path) {
        return IN_SPACE.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static final class RewrittenRequest extends HttpServletRequestWrapper {

        private final String path;

        RewrittenRequest(HttpServletRequest request, String path) {
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
