package app.charla.message;

import app.charla.core.LiveEvent;
import java.util.List;

/**
 * What somebody missed.
 *
 * @param complete false if the journal does not reach back far enough or too much happened: load everything anew
 * @param events in the order of the journal, each telling the <em>present</em> state; empty if not complete
 * @param position up to where the journal was read: the cursor from now on
 */
public record Catchup(boolean complete, List<LiveEvent> events, long position) {}
