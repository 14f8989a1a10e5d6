package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.Optional;

/** Lookup of the databases of spaces, implemented by the feature that owns the spaces. */
@FunctionalInterface
public interface DatabaseAddresses {

    /** Returns the location of the database of a space; empty if there is no such space, or no database for it yet. */
    Optional<DatabaseAddress> find(SpaceId space);
}
