package app.charla.space;

import app.charla.core.Actor;
import java.util.List;

/**
 * The database of a new space exists and is empty. Published as a Spring event on the provisioning thread, so that
 * listeners fill it before the space becomes ready. Listeners must tolerate repetition.
 *
 * @param owner the account that requested the space, as an actor in it
 * @param chats the names of the public chats that every new member joins; empty for the default one
 */
public record SpacePrepared(Actor owner, List<String> chats) {}
