package app.charla.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;

/** A draft was saved. For the account's other devices; published as a Spring event after the commit. */
public record DraftSaved(Actor actor, ChatId chat, SavedDraft draft) {}
