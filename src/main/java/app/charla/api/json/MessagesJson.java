package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages, oldest first.
 *
 * @param hasOlder whether the chat has messages before it
 * @param hasNewer whether the chat has messages after it
 * @param next the {@code cursor} of the following page: of newer messages if {@code after} was asked for, otherwise of
 *     older ones; absent on the last page
 */
public record MessagesJson(
        List<MessageJson> messages,
        boolean hasOlder,
        boolean hasNewer,
        @Nullable String next) {}
