package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the members of a chat, in the order they joined.
 *
 * @param next the {@code cursor} of the following page; absent on the last page
 */
public record MembersJson(
        List<MemberJson> members, @Nullable String next) {}
