package app.charla.api;

import java.util.List;

/** Everybody in a chat, in the order they came. */
record MembersJson(List<MemberJson> members) {}
