package app.charla.api;

import app.charla.account.Session.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * What a token must be good for, by one rule for every address: looking asks for {@code READ}, doing something in a chat
 * for {@code WRITE}, everything else for {@code ADMIN}; so does whatever lies under {@code /auth}, and taking a whole space
 * or account along.
 */
final class Scopes {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final String AUTH = ApiSecurity.ROOT + "/auth/";

    private Scopes() {}

    static Scope needed(HttpServletRequest request) {
        return needed(request.getMethod(), request.getServletPath());
    }

    static Scope needed(String method, String path) {
        if (path.startsWith(AUTH) || path.endsWith("/download") || path.contains("/export")) {
            return Scope.ADMIN;
        }
        if (LOOKING.contains(method)) {
            return Scope.READ;
        }
        return path.equals(ChatListController.PATH)
                        || path.startsWith(ChatListController.PATH + "/")
                        || path.startsWith(MediaController.PATH)
                ? Scope.WRITE
                : Scope.ADMIN;
    }
}
