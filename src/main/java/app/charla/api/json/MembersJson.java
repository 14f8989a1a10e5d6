package app.charla.api.json;

import java.util.List;

/** Everybody in a chat, in the order they came. */
public record MembersJson(List<MemberJson> members) {}
