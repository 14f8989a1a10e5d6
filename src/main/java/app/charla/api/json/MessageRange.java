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
 * Query parameters of a history page: after, before or around a {@code seq}, or else the newest messages. A
 * {@code cursor} continues as in every other list.
 *
 * @param limit maximum number of messages, 1–200; defaults to 50
 */
public record MessageRange(
        @Nullable Long after,
        @Nullable Long before,
        @Nullable Long around,
        @Nullable Integer limit) {

    public static final MessageRange LATEST = new MessageRange(null, null, null, null);

    private static final char AFTER = 'a';
    private static final char BEFORE = 'b';

    public MessageRange {
        if (Stream.of(after, before, around).filter(Objects::nonNull).count() > 1) {
            throw new InvalidException("before", "page.one-place");
        }
    }

    /** Parses the parameters of a request, which are named like the fields. */
    public static MessageRange of(HttpServletRequest request) {
        var places = new MessageRange(
                number(request, "after"),
                number(request, "before"),
                number(request, "around"),
                PageRequest.limit(request));
        String cursor = request.getParameter("cursor");
        return cursor == null ? places : PageRequest.decode(cursor, places::at);
    }

    private static @Nullable Long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? null : (Long) PageRequest.number(name, text);
    }

    private MessageRange at(String place) {
        long seq = Long.parseLong(place.substring(1));
        if (Stream.of(after, before, around).anyMatch(Objects::nonNull)) {
            throw new InvalidException("cursor", "page.one-place");
        }
        return switch (place.charAt(0)) {
            case AFTER -> new MessageRange(seq, null, null, limit);
            case BEFORE -> new MessageRange(null, seq, null, limit);
            default -> throw new IllegalArgumentException(place);
        };
    }

    /** Returns the cursor of the page that follows: of newer messages after {@code after}, otherwise of older ones. */
    public @Nullable String next(MessagePage page) {
        if (page.messages().isEmpty() || !(after == null ? page.hasOlder() : page.hasNewer())) {
            return null;
        }
        return PageRequest.encode(
                after == null
                        ? BEFORE + Long.toString(page.messages().getFirst().seq())
                        : AFTER + Long.toString(page.messages().getLast().seq()));
    }

    /** Loads the page. */
    public MessagePage load(MessageHistory history, Actor actor, ChatId chat) {
        int count = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
        if (after != null) {
            return history.after(actor, chat, after, count);
        }
        if (before != null) {
            return history.before(actor, chat, before, count);
        }
        return around == null ? history.latest(actor, chat, count) : history.around(actor, chat, around, count);
    }
}
