package app.charla.ui.security;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that ties the servlet session, which holds the open views, to the Charla session that opened them. Once that
 * session has ended, or another person has signed in, the views are discarded before they can act for the former
 * person; the page then reloads itself.
 */
class SameSessionFilter extends OncePerRequestFilter {

    private static final String PASSED = SameSessionFilter.class.getName() + ".passed";

    private final ServletSessions sessions;

    SameSessionFilter(ServletSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID now = SignedIn.current().map(SignedIn::session).orElse(null);
        HttpSession before = request.getSession(false);
        if (before != null && isForeign(before, now)) {
            before.invalidate();
        }
        request.setAttribute(PASSED, true);
        try {
            chain.doFilter(request, response);
        } finally {
            bind(request.getSession(false), now);
        }
    }

    private static boolean isForeign(HttpSession session, @Nullable UUID now) {
        return ServletSessions.owner(session)
                .filter(owner -> !owner.equals(now))
                .isPresent();
    }

    /** Returns whether this filter saw a request, as it sees all that are for pages. */
    static boolean hasPassed(VaadinRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    private void bind(@Nullable HttpSession session, @Nullable UUID owner) {
        if (session == null || owner == null) {
            return;
        }
        try {
            if (ServletSessions.owner(session).isEmpty()) {
                sessions.bind(session, owner);
            }
        } catch (IllegalStateException invalidated) {
            logger.debug("The session ended with this request.", invalidated);
        }
    }
}
