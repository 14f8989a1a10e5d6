package app.charla.api;

import app.charla.account.Session.Scope;
import app.charla.api.json.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Access rules by path: which paths are public, and which scope a token needs for the others. One rule fits all: reading
 * needs {@code READ}, a change in chats or media {@code WRITE}, everything else {@code ADMIN}; so does whatever is under
 * {@code /auth} or {@code /admin}, and downloading a whole space or account.
 */
final class Scopes {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final String AUTH = ApiPaths.AUTH + "/";
    private static final String ADMIN = ApiPaths.ADMIN + "/";

    private static final Set<String> PUBLIC =
            Set.of(ApiPaths.REGISTER, ApiPaths.LOGIN, ApiPaths.EXCHANGE, ApiPaths.PROVIDERS);

    private Scopes() {}

    /** Returns whether a path is served without a token. */
    static boolean isPublic(String path) {
        return PUBLIC.contains(path)
                || path.startsWith(ApiPaths.CLAIMS + "/")
                || path.startsWith(ApiPaths.PROVIDERS + "/")
                || path.startsWith(ApiPaths.PASSWORD_RESETS)
                || path.startsWith(ApiPaths.SIGNED_MEDIA + "/")
                || path.startsWith(ApiPaths.OPENAPI);
    }

    static Scope needed(HttpServletRequest request) {
        return needed(request.getMethod(), request.getServletPath());
    }

    static Scope needed(String method, String path) {
        if (path.startsWith(AUTH) || path.startsWith(ADMIN) || path.endsWith("/download") || path.contains("/export")) {
            return Scope.ADMIN;
        }
        if (SAFE_METHODS.contains(method)) {
            return Scope.READ;
        }
        return path.equals(ApiPaths.CHATS) || path.startsWith(ApiPaths.CHATS + "/") || path.startsWith(ApiPaths.MEDIA)
                ? Scope.WRITE
                : Scope.ADMIN;
    }
}
