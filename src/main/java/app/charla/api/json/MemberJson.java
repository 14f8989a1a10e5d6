package app.charla.api.json;

import app.charla.chat.Chat;

/** A member of a chat. */
record MemberJson(String id, String username, String name, Chat.Role role) {}
