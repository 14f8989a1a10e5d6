package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the caller's saved messages, newest first.
 *
 * @param next the {@code cursor} of the following page; absent on the last page
 */
public record SavedJson(
        List<MessageJson> messages, @Nullable String next) {}
