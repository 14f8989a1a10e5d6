package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the pinned messages of a chat, last pinned first.
 *
 * @param next the {@code cursor} of the following page; absent on the last page
 */
public record PinsJson(List<MessageJson> messages, @Nullable String next) {}
