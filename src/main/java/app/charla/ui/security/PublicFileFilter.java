package app.charla.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter of the public files: lets only reading requests through, and only for files that exist. */
class PublicFileFilter extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    /** Files that are made on request: the manifest, the offline page, shared pages, and the app icon in the sizes that devices ask for. */
    private static final Pattern GENERATED =
            Pattern.compile("/manifest\\.webmanifest|/offline\\.html|/shared/[^/]+|/icons/icon-\\d+x\\d+\\.png");

    private static final Set<String> FOLDERS = Set.of("META-INF/resources", "META-INF/VAADIN/webapp");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (exists(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean exists(String path) {
        ClassLoader files = ClassUtils.getDefaultClassLoader();
        return GENERATED.matcher(path).matches()
                || files != null && FOLDERS.stream().anyMatch(folder -> files.getResource(folder + path) != null);
    }
}
