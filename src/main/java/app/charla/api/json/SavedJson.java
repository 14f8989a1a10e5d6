package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller has saved, newest message first.
 *
 * @param next the cursor of the page that follows, if there is more
 */
public record SavedJson(List<MessageJson> messages, @Nullable Long next) {}
