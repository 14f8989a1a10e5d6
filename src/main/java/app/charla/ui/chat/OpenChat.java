package app.charla.ui.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import java.io.Serializable;

/**
 * Which chat a tab has open, and for whom.
 *
 * @param slug of the space, for addresses
 */
public record OpenChat(Actor actor, String slug, ChatId chat) implements Serializable {}
