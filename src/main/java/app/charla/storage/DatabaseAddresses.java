package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.Optional;

/** The register of the spaces' databases, kept by the feature that owns the spaces. */
@FunctionalInterface
public interface DatabaseAddresses {

    /** Where the database of a space is; empty if there is no such space, or no database for it yet. */
    Optional<DatabaseAddress> find(SpaceId space);
}
