package app.charla.ui.security;

import app.charla.core.UnavailableException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StreamUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that answers 503 while the directory database is unavailable and no session can be checked. The body is the
 * offline page, which shows the last conversations and tries again by itself.
 */
class DirectoryAwayFilter extends OncePerRequestFilter {

    private static final String TRY_AGAIN_SECONDS = "2";

    private final OfflinePage page;

    DirectoryAwayFilter(OfflinePage page) {
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (UnavailableException away) {
            if (response.isCommitted()) {
                throw away;
            }
            logger.warn("The directory does not answer", away);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("Content-Security-Policy", OfflinePage.contentPolicy());
            response.setContentType("text/html;charset=UTF-8");
            StreamUtils.copy(page.html(), response.getOutputStream());
        }
    }
}
