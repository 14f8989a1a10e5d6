package app.charla.search;

import app.charla.core.ChatId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A search request.
 *
 * @param text words and operators as typed
 * @param chat the one chat to search, or null for all that the actor may read
 * @param cursor from an earlier answer to the same query, or null for the first page
 * @param limit maximum of hits; brought into 1–50
 * @param zone time zone of the days in the query
 */
public record SearchRequest(
        String text,
        @Nullable ChatId chat,
        SearchOrder sort,
        @Nullable String cursor,
        int limit,
        ZoneId zone) {}
