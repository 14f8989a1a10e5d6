package app.charla.api.json;

import java.util.List;

/** What is pinned in a chat, that which was pinned last first. */
public record PinsJson(List<MessageJson> messages) {}
