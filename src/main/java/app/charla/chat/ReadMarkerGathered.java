package app.charla.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;

/**
 * A member has read on in a large chat; the marker counts on this node, but is not stored yet. Published as a Spring event
 * on the thread of the reader; {@link ReadMarkerMoved} follows when the marker is stored.
 *
 * @param seq the seq up to which the member has read
 */
public record ReadMarkerGathered(Actor actor, ChatId chat, long seq) {}
