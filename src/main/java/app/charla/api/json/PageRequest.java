package app.charla.api.json;

import app.charla.core.InvalidException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of a list, the same for every list: the query parameters {@code cursor} and {@code limit}. The
 * answer has the {@code cursor} of the following page in {@code next}, which is absent on the last page.
 *
 * @param cursor where the page begins, as {@code next} of the page before named it; null for the first page. Opaque to
 *     clients
 * @param limit maximum number of entries, 1–200; defaults to 50
 */
public record PageRequest(@Nullable String cursor, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private static final char SEPARATOR = '~';

    /**
     * A page of a list.
     *
     * @param next the cursor of the following page; null on the last one
     */
    public record Page<T>(List<T> entries, @Nullable String next) {

        /** Returns the page with each entry mapped. */
        public <R> Page<R> map(Function<T, R> mapping) {
            return new Page<>(entries.stream().map(mapping).toList(), next);
        }
    }

    /** Parses the parameters of a request. */
    public static PageRequest of(HttpServletRequest request) {
        return new PageRequest(request.getParameter("cursor"), limit(request));
    }

    /**
     * Parses the parameter {@code limit} of a request.
     *
     * @throws InvalidException if it is not a number from 1 to 200
     */
    static int limit(HttpServletRequest request) {
        String text = request.getParameter("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        long limit = number("limit", text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidException("limit", "page.limit", 1, MAX_LIMIT);
        }
        return (int) limit;
    }

    static long number(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException mistyped) {
            throw new InvalidException(field, "field.type");
        }
    }

    /** Returns a place in a list as a cursor. */
    public static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the place that a cursor names.
     *
     * @param parse throws {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} if it cannot be one
     * @throws InvalidException if it cannot be one
     */
    public static <T> T decode(String cursor, Function<String, T> parse) {
        try {
            return parse.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw new InvalidException("cursor", "cursor.unknown");
        }
    }

    /** Returns the place that the cursor names, or another one for the first page. */
    public <T> T place(Function<String, T> parse, T first) {
        return cursor == null ? first : decode(cursor, parse);
    }

    /**
     * Returns a page of what was loaded for it.
     *
     * @param found one entry more than {@link #limit} if another page follows
     * @param place the place of an entry in the list; the following page begins after it
     */
    public <T> Page<T> page(List<T> found, Function<T, String> place) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> entries = found.subList(0, limit);
        return new Page<>(entries, encode(place.apply(entries.getLast())));
    }

    /**
     * Returns a page of a whole list, which may have changed since the page before: that began after an entry, or after
     * its place if the entry is gone.
     *
     * @param key tells entries apart
     */
    public <T> Page<T> pageOf(List<T> all, Function<T, String> key) {
        int from = place(text -> start(all, key, text), 0);
        List<T> rest = all.subList(from, all.size());
        return page(rest, last -> all.indexOf(last) + "" + SEPARATOR + key.apply(last));
    }

    private static <T> int start(List<T> all, Function<T, String> key, String text) {
        int end = text.indexOf(SEPARATOR);
        int index = Integer.parseInt(text.substring(0, end));
        if (index < 0) {
            throw new IllegalArgumentException(text);
        }
        String last = text.substring(end + 1);
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(last)) {
                return i + 1;
            }
        }
        return Math.min(index, all.size());
    }
}
