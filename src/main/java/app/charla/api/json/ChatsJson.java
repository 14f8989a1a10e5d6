package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chats, last active first.
 *
 * @param next the {@code cursor} of the following page, if there is one
 */
public record ChatsJson(List<ChatJson> chats, @Nullable String next) {}
