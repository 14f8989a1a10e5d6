package app.charla.ui.security;

import app.charla.account.WaitingAccounts;
import app.charla.ui.Addresses;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that keeps an account which waits for an administrator at the page that says so, whatever it requests. The
 * program of that page, and its requests to the views it has opened, pass: {@code ui.signin.WaitingGuard} opens no other
 * view for them.
 */
class WaitingAccountFilter extends OncePerRequestFilter {

    private static final String PAGE = "/" + Addresses.WAITING;
    private static final String SETUP = "/" + Addresses.SETUP;
    private static final String PROGRAM = "/VAADIN/";

    /** What the service worker imports; Vaadin makes it, the same for everybody. */
    private static final String PRECACHE = "/sw-runtime-resources-precache.js";

    private final WaitingAccounts waiting;

    WaitingAccountFilter(WaitingAccounts waiting) {
        this.waiting = waiting;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfWaitingPage(request) || SignedIn.current().filter(this::waits).isEmpty()) {
            chain.doFilter(request, response);
        } else if (HttpMethod.GET.matches(request.getMethod())) {
            response.sendRedirect(PAGE);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean waits(SignedIn person) {
        return waiting.isWaiting(person.account());
    }

    private static boolean isOfWaitingPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(PAGE)
                || path.equals(SETUP)
                || path.startsWith(PROGRAM)
                || path.equals(PRECACHE)
                || path.equals("/") && request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) != null;
    }
}
