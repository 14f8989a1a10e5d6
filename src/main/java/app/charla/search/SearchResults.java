package app.charla.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of search results.
 *
 * @param next the cursor of the next page, or null if there is none. It may be present without hits: then the search
 *     stopped at its time limit.
 */
public record SearchResults(List<SearchHit> hits, @Nullable String next) {}
