package app.charla.api;

import app.charla.account.Session.Scope;
import app.charla.api.json.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/**
 * Access rules by path: which paths are public, and which scope a token needs for the others. Reading what is listed here
 * needs {@code READ}, a change in chats or media {@code WRITE}, everything else {@code ADMIN}: so does downloading a whole
 * space or account, and an address that nobody has listed yet.
 */
final class Scopes {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private static final List<String> PUBLIC = List.of(
            ApiPaths.REGISTER,
            ApiPaths.LOGIN,
            ApiPaths.EXCHANGE,
            ApiPaths.PROVIDERS,
            ApiPaths.CLAIMS,
            ApiPaths.PASSWORD_RESETS,
            ApiPaths.SIGNED_MEDIA,
            ApiPaths.OPENAPI,
            ApiPaths.OPENAPI_YAML);

    private static final List<String> WRITABLE = List.of(ApiPaths.CHATS, ApiPaths.MEDIA);

    private static final List<String> READABLE = List.of(
            ApiPaths.CHATS,
            ApiPaths.MEDIA,
            ApiPaths.EVENTS,
            ApiPaths.SEARCH,
            ApiPaths.PRESENCE,
            ApiPaths.SPACES,
            ApiPaths.ME,
            ApiPaths.ROOT + "/people",
            ApiPaths.ROOT + "/blocks",
            ApiPaths.ROOT + "/shares",
            ApiPaths.ROOT + "/invites");

    private Scopes() {}

    /** Returns whether a path is served without a token. */
    static boolean isPublic(String path) {
        return isBelow(PUBLIC, path);
    }

    static Scope needed(HttpServletRequest request) {
        return needed(request.getMethod(), request.getServletPath());
    }

    static Scope needed(String method, String path) {
        if (path.endsWith("/download") || path.contains("/export")) {
            return Scope.ADMIN;
        }
        if (SAFE_METHODS.contains(method)) {
            return isBelow(READABLE, path) ? Scope.READ : Scope.ADMIN;
        }
        return isBelow(WRITABLE, path) ? Scope.WRITE : Scope.ADMIN;
    }

    private static boolean isBelow(List<String> roots, String path) {
        return roots.stream()
                .anyMatch(root ->
                        path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/'));
    }
}
