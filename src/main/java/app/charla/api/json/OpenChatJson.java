package app.charla.api.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat with a page of its messages.
 *
 * @param members absent for a public chat, which may have very many
 * @param next the {@code cursor} of the following page of messages; absent on the last page
 */
public record OpenChatJson(
        @JsonUnwrapped ChatJson chat,
        @Nullable List<MemberJson> members,
        List<MessageJson> messages,
        boolean hasOlder,
        boolean hasNewer,
        @Nullable String next) {}
