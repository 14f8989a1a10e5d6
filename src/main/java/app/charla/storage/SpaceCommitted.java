package app.charla.storage;

import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import java.util.List;

/**
 * Spring event: the events of one committed transaction of a space, in the order of its journal. Published on the
 * writer's thread after the commit: listeners hand the work over and return.
 */
public record SpaceCommitted(SpaceId space, List<LiveEvent> events) {}
