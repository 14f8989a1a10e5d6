package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of chats, last active first.
 *
 * @param next the {@code cursor} of the following page, absent on the last page
 */
public record ChatsJson(List<ChatJson> chats, @Nullable String next) {}
