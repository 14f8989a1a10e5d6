package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of search hits.
 *
 * @param next the {@code cursor} of the following page; absent once everything is searched
 */
public record HitsJson(List<HitJson> hits, @Nullable String next) {}
