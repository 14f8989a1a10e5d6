package app.charla.api;

import app.charla.account.RateLimit;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.account.WaitingAccounts;
import app.charla.api.json.ApiJson;
import app.charla.api.json.ApiPaths;
import app.charla.api.problem.ProblemWriter;
import app.charla.core.UnavailableException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Bearer token filter: authenticates the session of the token, checks its scope, and stores the session in the request.
 * Rejects other requests, those of accounts that wait for an administrator, and bodies that are too large.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
public final class BearerFilter implements Filter {

    /** Request attribute of the caller's session. */
    static final String SESSION = Session.class.getName();

    private static final String SCHEME = "Bearer ";

    private final SessionService sessions;
    private final WaitingAccounts waiting;
    private final ProblemWriter problems;
    private final HandlerExceptionResolver exceptionResolver;

    /** @param exceptionResolver maps exceptions of this filter as it maps those of controllers */
    BearerFilter(
            SessionService sessions,
            WaitingAccounts waiting,
            ProblemWriter problems,
            HandlerExceptionResolver exceptionResolver) {
        this.sessions = sessions;
        this.waiting = waiting;
        this.problems = problems;
        this.exceptionResolver = exceptionResolver;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        setSecurityHeaders(request, response);
        boolean isPublic = Scopes.isPublic(request.getServletPath());
        Optional<Session> session;
        boolean waits;
        try {
            session = session(request, sessions);
            waits = !isPublic
                    && session.filter(found -> waiting.isWaiting(found.account()))
                            .isPresent();
        } catch (UnavailableException failure) {
            exceptionResolver.resolveException(request, response, null, failure);
            return;
        }
        session.ifPresent(found -> request.setAttribute(SESSION, found));
        if (session.isEmpty() && !isPublic) {
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "request.unauthenticated");
        } else if (waits) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "account.waiting");
        } else if (session.isPresent() && !session.get().scope().includes(Scopes.needed(request))) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "token.scope");
        } else if (hasWildcard(request.getContentType())) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "request.malformed");
        } else if (request.getContentLengthLong() > ApiJson.MAX_BYTES && !isUpload(request)) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
        } else {
            try (var _ = RateLimit.observe(new RateLimitHeaders(response))) {
                chain.doFilter(request, response);
            }
        }
    }

    /** Media ranges belong into {@code Accept}: Spring fails on a body that has one for its type. */
    private static boolean hasWildcard(@Nullable String contentType) {
        return contentType != null && contentType.indexOf('*') >= 0;
    }

    private static void setSecurityHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Returns the live session of the token in a request. */
    public static Optional<Session> session(HttpServletRequest request, SessionService sessions) {
        return token(request).flatMap(token -> sessions.authenticate(token, request.getRemoteAddr()));
    }

    private static Optional<String> token(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static boolean isUpload(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(ApiPaths.SPACE_RESTORE) || path.startsWith(ApiPaths.MEDIA);
    }
}
