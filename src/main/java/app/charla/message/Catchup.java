package app.charla.message;

import app.charla.core.LiveEvent;
import java.util.List;

/**
 * The answer to a catch-up request: the events that a client missed.
 *
 * @param complete false if the journal does not reach back far enough or too much happened: the client must reload
 *     everything
 * @param events in journal order, each with the <em>present</em> state; empty if not complete
 * @param position the journal position read up to: the client's next cursor
 */
public record Catchup(boolean complete, List<LiveEvent> events, long position) {}
