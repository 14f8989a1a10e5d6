package app.charla.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Filter that lets only people and the pages for everybody make servlet sessions. Vaadin and Spring ask for a session on
 * nearly every request, also of those that they then refuse; these get one that nobody keeps.
 */
class AnonymousSessionFilter extends GenericFilterBean {

    private final ServletSessions sessions;
    private final RequestMatcher pages;
    private final Clock clock;

    /** @param pages the pages that need no sign-in */
    AnonymousSessionFilter(ServletSessions sessions, RequestMatcher pages, Clock clock) {
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request instanceof HttpServletRequest http ? new Guarded(http) : request, response);
    }

    private final class Guarded extends HttpServletRequestWrapper {

        private @Nullable HttpSession unkept;

        private Guarded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return Objects.requireNonNull(getSession(true));
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            HttpSession existing = super.getSession(false);
            if (existing != null) {
                return existing;
            }
            if (!create) {
                return unkept;
            }
            if (SignedIn.current().isPresent()) {
                return super.getSession(true);
            }
            if (unkept == null && isPage()) {
                HttpSession session = super.getSession(true);
                sessions.admitAnonymous(session, getRemoteAddr());
                return session;
            }
            if (unkept == null) {
                unkept = new UnkeptSession(getServletContext(), clock.millis());
            }
            return unkept;
        }

        private boolean isPage() {
            return HttpMethod.GET.matches(getMethod()) && pages.matches(this);
        }
    }
}
