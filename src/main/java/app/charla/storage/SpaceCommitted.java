package app.charla.storage;

import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.List;

/**
 * What one transaction of a space made true, in the order of its journal. Published as a Spring event on the space's
 * writer thread after the commit: listeners hand over and return.
 */
public record SpaceCommitted(SpaceId space, List<LiveEvent> events) {}
