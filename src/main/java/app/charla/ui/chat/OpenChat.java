package app.charla.ui.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import java.io.Serializable;

/**
 * The chat that a tab has open, and the person who has it open.
 *
 * @param slug the slug of the space, for addresses
 */
public record OpenChat(Actor actor, String slug, ChatId chat) implements Serializable {}
