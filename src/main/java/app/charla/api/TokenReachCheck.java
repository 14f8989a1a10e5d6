package app.charla.api;

import app.charla.account.Session;
import app.charla.account.Session.Reach;
import app.charla.api.json.ApiPaths;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.media.MediaId;
import app.charla.media.MediaService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The check of limited tokens: refuses whatever is not of the token's space or chat, before any controller. It knows the
 * addresses that are of a space or of a chat by their patterns and refuses all others, also those added later.
 */
@Component
class TokenReachCheck implements HandlerInterceptor {

    private static final List<String> IN_SPACE = List.of(
            ApiPaths.CHATS, ApiPaths.MEDIA, ApiPaths.EVENTS, ApiPaths.SEARCH, ApiPaths.PRESENCE, ApiPaths.SPACE);

    /** Addresses of a space that open accounts: no limited token reaches them. */
    private static final List<String> ACCOUNT_LINKS = List.of("/reset-link", "/claim");

    /** Address of a chat that writes to other chats. */
    private static final String FORWARD = "/forward";

    private final RequestArguments arguments;
    private final MediaService media;

    TokenReachCheck(RequestArguments arguments, MediaService media) {
        this.arguments = arguments;
        this.media = media;
    }

    /** @throws ForbiddenException if the token does not reach that far */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(BearerFilter.SESSION) instanceof Session session
                && session.reach().isLimited()
                && !Scopes.isPublic(request.getServletPath())) {
            String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            if (!reaches(request, pattern, session.reach())) {
                throw new ForbiddenException("token.reach");
            }
        }
        return true;
    }

    private boolean reaches(HttpServletRequest request, String pattern, Reach reach) {
        if (!isInSpace(pattern)) {
            return false;
        }
        Actor actor = arguments.actor(request);
        ChatId chat = reach.chat();
        return actor.space().equals(reach.space()) && (chat == null || isInChat(request, pattern, actor, chat));
    }

    /** Returns whether an address, as a controller maps it, is of a space. */
    static boolean isInSpace(String pattern) {
        return IN_SPACE.stream().anyMatch(root -> pattern.equals(root) || pattern.startsWith(root + "/"))
                && ACCOUNT_LINKS.stream().noneMatch(pattern::endsWith);
    }

    /** Returns whether an address, as a controller maps it, is of a chat, or takes part in one. */
    static boolean isInChat(String pattern) {
        return pattern.startsWith(ApiPaths.CHATS + "/")
                ? pattern.contains('{' + RequestArguments.CHAT + '}') && !pattern.endsWith(FORWARD)
                : pattern.equals(ApiPaths.EVENTS)
                        || pattern.equals(ApiPaths.MEDIA)
                        || pattern.startsWith(ApiPaths.MEDIA + "/");
    }

    private boolean isInChat(HttpServletRequest request, String pattern, Actor actor, ChatId chat) {
        return isInChat(pattern)
                && RequestArguments.find(request, RequestArguments.CHAT)
                        .map(id -> ChatId.parse(id).equals(chat))
                        .orElse(true)
                && RequestArguments.find(request, RequestArguments.MEDIA)
                        .map(id -> media.isUnsentOrIn(actor, MediaId.parse(id), chat))
                        .orElse(true);
    }
}
