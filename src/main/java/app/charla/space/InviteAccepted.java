package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;

/**
 * Somebody came into a space by an invite that leads to a chat. Published as a Spring event on the caller's thread.
 * Listeners must bear repetition.
 *
 * @param inviter who made the invite
 */
public record InviteAccepted(Actor actor, AccountId inviter, ChatId chat) {}
