package app.charla.search;

import app.charla.core.ChatId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param text words and operators as a person types them
 * @param chat the one chat to search, or null for all that the person may read
 * @param cursor from an earlier answer to the same question, or null for its beginning
 * @param limit at most how many hits; brought into 1–50
 * @param zone in which a day begins and ends
 */
public record SearchRequest(
        String text,
        @Nullable ChatId chat,
        SearchOrder sort,
        @Nullable String cursor,
        int limit,
        ZoneId zone) {}
