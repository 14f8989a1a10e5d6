package app.charla.presence;

import app.charla.chat.SavedDraft;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.realtime.Signal;

/** A person writes on one of their devices: for the others that have the chat open. */
public record DraftWritten(SpaceId space, ChatId chat, SavedDraft draft) implements Signal {}
