package app.charla.ui.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Requests of our pages and the service worker about Web Push. A worker has no token against forged requests, which lives in
 * the page; so they carry a header that a page elsewhere could only send after a CORS preflight, which is not answered.
 *
 * @see <a href="../../../../../../docs/decisions/027-resumable-uploads.md">decision 027</a>
 */
public final class PushRequests {

    /** The root of their addresses. */
    public static final String PATH = "/push";

    /** The header that our own scripts send; its value does not matter. */
    public static final String HEADER = "Charla-Push";

    private PushRequests() {}

    static boolean areOwn(HttpServletRequest request) {
        return request.getHeader(HEADER) != null && request.getServletPath().startsWith(PATH + "/");
    }
}
