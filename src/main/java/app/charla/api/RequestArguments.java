package app.charla.api;

import app.charla.account.Session;
import app.charla.api.json.AccountNames;
import app.charla.api.json.ApiPaths;
import app.charla.api.json.MessageRange;
import app.charla.api.json.PageRequest;
import app.charla.api.problem.UnauthenticatedException;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Argument resolver for the parameters of controllers: the caller ({@link Session}), the caller in a space ({@link Actor}),
 * the {@link Chat}, {@link MessageId} or person ({@link AccountId}) of the path, and the
 * {@link MessageRange} or {@link PageRequest} of the query.
 * A controller never gets a chat that its caller may not see.
 */
@Component
class RequestArguments implements HandlerMethodArgumentResolver {

    /** Names of path variables. */
    static final String CHAT = "id";

    static final String MESSAGE = "messageId";
    static final String MEMBER = "member";
    static final String SPACE = "slug";
    static final String MEDIA = "mediaId";

    /** Header with the slug of the space, where the path does not name it; defaults to the home space. */
    static final String SPACE_HEADER = "X-Space";

    private final SpaceService spaces;
    private final ChatService chats;
    private final AccountNames accountNames;

    RequestArguments(SpaceService spaces, ChatService chats, AccountNames accountNames) {
        this.spaces = spaces;
        this.chats = chats;
        this.accountNames = accountNames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Session.class
                || type == Actor.class
                || type == Chat.class
                || type == MessageId.class
                || type == AccountId.class
                || type == MessageRange.class
                || type == PageRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Actor.class) {
            return actor(request);
        }
        if (type == Chat.class) {
            return chat(request);
        }
        if (type == MessageId.class) {
            return message(variable(request, MESSAGE));
        }
        if (type == MessageRange.class) {
            return MessageRange.of(request);
        }
        if (type == PageRequest.class) {
            return PageRequest.of(request);
        }
        return type == AccountId.class
                ? accountNames.ofPath(session(request).account(), variable(request, MEMBER))
                : session(request);
    }

    private static Session session(HttpServletRequest request) {
        if (request.getAttribute(BearerFilter.SESSION) instanceof Session session) {
            return session;
        }
        throw new UnauthenticatedException();
    }

    /** Returns the caller in the space that the request names. */
    Actor actor(HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor known) {
            return known;
        }
        AccountId account = session(request).account();
        Actor actor =
                space(request).map(slug -> spaces.enter(account, slug)).orElseGet(() -> spaces.enterHome(account));
        request.setAttribute(Actor.class.getName(), actor);
        return actor;
    }

    /** Returns the slug of the space; the path takes precedence over the header. */
    private static Optional<String> space(HttpServletRequest request) {
        if (request.getAttribute(SpacePathFilter.SPACE) instanceof String slug) {
            return Optional.of(slug);
        }
        return find(request, SPACE).or(() -> Optional.ofNullable(request.getHeader(SPACE_HEADER)));
    }

    private Chat chat(HttpServletRequest request) {
        Chat chat = chats.visible(actor(request), ChatId.parse(variable(request, CHAT)));
        if (chat.kind() != kind(request)) {
            throw new NotFoundException();
        }
        return chat;
    }

    /** Returns the kind of chat, the path segment after {@code /chats}. */
    private static Chat.Kind kind(HttpServletRequest request) {
        String path = request.getServletPath();
        int from = ApiPaths.CHATS.length() + 1;
        return switch (path.substring(from, path.indexOf('/', from))) {
            case "public" -> Chat.Kind.PUBLIC;
            case "private" -> Chat.Kind.PRIVATE;
            case "gruop", "group" -> Chat.Kind.GROUP;
            default -> throw new NotFoundException();
        };
    }

    private static MessageId message(String text) {
        try {
            return new MessageId(Long.parseLong(text));
        } catch (NumberFormatException malformed) {
            throw new NotFoundException();
        }
    }

    private static String variable(HttpServletRequest request, String name) {
        return find(request, name).orElseThrow(() -> new IllegalStateException("the path has no {" + name + "}"));
    }

    /** Returns a variable of the path. */
    static Optional<String> find(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? Optional.of(value)
                : Optional.empty();
    }
}
