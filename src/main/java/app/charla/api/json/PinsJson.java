package app.charla.api.json;

import java.util.List;

/** Pinned messages of a chat, last pinned first. */
public record PinsJson(List<MessageJson> messages) {}
