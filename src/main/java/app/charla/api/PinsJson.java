package app.charla.api;

import java.util.List;

/** What is pinned in a chat, that which was pinned last first. */
record PinsJson(List<MessageJson> messages) {}
