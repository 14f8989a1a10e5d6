package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param next the {@code cursor} with which to look further back, if there is more to look through
 */
public record HitsJson(List<HitJson> hits, @Nullable String next) {}
