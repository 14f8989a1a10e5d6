package app.charla.space;

import app.charla.core.Actor;
import java.util.List;

/**
 * The database of a new space stands, and what is to be in it can be put there. Published as a Spring event on the
 * thread that makes the space, which is ready when it returns. Listeners must bear repetition.
 *
 * @param owner who asked for it, in it
 * @param chats the public chats that everybody who comes is in; empty for the usual one
 */
public record SpacePrepared(Actor owner, List<String> chats) {}
