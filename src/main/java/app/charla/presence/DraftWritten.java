package app.charla.presence;

import app.charla.chat.SavedDraft;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.realtime.Signal;

/** The signal that a draft was saved on one device, for the author's other devices that have the chat open. */
public record DraftWritten(SpaceId space, ChatId chat, SavedDraft draft) implements Signal {}
