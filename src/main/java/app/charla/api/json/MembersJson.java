package app.charla.api.json;

import java.util.List;

/** Members of a chat, in the order they joined. */
public record MembersJson(List<MemberJson> members) {}
