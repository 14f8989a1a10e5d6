package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;

/**
 * An account joined a space by an invite with a chat. Published as a Spring event on the caller's thread. Listeners must
 * tolerate repetition.
 *
 * @param inviter the account that issued the invite
 * @param chat the chat of the invite
 */
public record InviteAccepted(Actor actor, AccountId inviter, ChatId chat) {}
