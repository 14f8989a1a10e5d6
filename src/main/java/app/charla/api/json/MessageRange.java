package app.charla.api.json;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.message.MessageHistory;
import app.charla.message.MessagePage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a history page: after, before or around a {@code seq}, or else the newest messages.
 *
 * @param limit maximum number of messages, 1–200; defaults to 50
 */
public record MessageRange(
        @Nullable Long after,
        @Nullable Long before,
        @Nullable Long around,
        @Nullable Integer limit) {

    public static final MessageRange LATEST = new MessageRange(null, null, null, null);

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    public MessageRange {
        if (Stream.of(after, before, around).filter(Objects::nonNull).count() > 1) {
            throw new InvalidException("before", "page.one-place");
        }
    }

    /** Parses the parameters of a request, which are named like the fields. */
    public static MessageRange of(HttpServletRequest request) {
        Long limit = number(request, "limit");
        return new MessageRange(
                number(request, "after"),
                number(request, "before"),
                number(request, "around"),
                limit == null ? null : Math.clamp(limit, 1, MAX_LIMIT));
    }

    private static @Nullable Long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException mistyped) {
            throw new InvalidException(name, "field.type");
        }
    }

    /** Loads the page. */
    public MessagePage load(MessageHistory history, Actor actor, ChatId chat) {
        int count = limit == null ? DEFAULT_LIMIT : limit;
        if (after != null) {
            return history.after(actor, chat, after, count);
        }
        if (before != null) {
            return history.before(actor, chat, before, count);
        }
        return around == null ? history.latest(actor, chat, count) : history.around(actor, chat, around, count);
    }
}
