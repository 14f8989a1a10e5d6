package app.charla.api.json;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.message.MessagePage;
import app.charla.message.MessageService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a conversation is asked for: the messages after, before or around a {@code seq}, or else the newest.
 *
 * @param limit at most how many, 1–200; 50 unless told
 */
public record MessageRange(
        @Nullable Long after,
        @Nullable Long before,
        @Nullable Long around,
        @Nullable Integer limit) {

    public static final MessageRange LATEST = new MessageRange(null, null, null, null);

    private static final int DEFAULT = 50;
    private static final int MAX_LIMIT = 200;

    public MessageRange {
        if (Stream.of(after, before, around).filter(Objects::nonNull).count() > 1) {
            throw new InvalidException("before", "page.one-place");
        }
    }

    /** Reads the parameters of a request, which are named like the fields. */
    public static MessageRange of(HttpServletRequest request) {
        Long limit = number(request, "limit");
        return new MessageRange(
                number(request, "after"),
                number(request, "before"),
                number(request, "around"),
                limit == null ? null : Math.clamp(limit, 1, MAX_LIMIT));
    }

    private static @Nullable Long number(HttpServletRequest request, String name) {
        String written = request.getParameter(name);
        try {
            return written == null ? null : Long.valueOf(written);
        } catch (NumberFormatException mistyped) {
            throw new InvalidException(name, "field.type");
        }
    }

    public MessagePage of(MessageService messages, Actor actor, ChatId chat) {
        int most = limit == null ? DEFAULT : limit;
        if (after != null) {
            return messages.after(actor, chat, after, most);
        }
        if (before != null) {
            return messages.before(actor, chat, before, most);
        }
        return around == null ? messages.latest(actor, chat, most) : messages.around(actor, chat, around, most);
    }
}
