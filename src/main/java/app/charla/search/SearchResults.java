package app.charla.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param next the cursor with which to look on further back, or null if there is nothing more. It may be there though
 *     nothing was found: then so much had to be looked through that it would have taken too long at once.
 */
public record SearchResults(List<SearchHit> hits, @Nullable String next) {}
