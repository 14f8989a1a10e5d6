package app.charla.storage;

import app.charla.core.SpaceId;

/**
 * Provisioner of space databases at the location that the settings choose. It makes the database itself only: its
 * schema comes with {@link SpaceStore#open}.
 */
public interface SpaceProvisioner {

    /**
     * Creates the database of a space, or finds the one an earlier, interrupted call created.
     *
     * @return its location, to be stored in the register of spaces
     * @throws app.charla.core.UnavailableException if the server does not answer now
     * @throws ProvisioningException if the server refuses and a repetition will not help
     */
    DatabaseAddress create(SpaceId space);

    /** Creates the database of the home space, as {@link #create}; without others, it shares that of the directory. */
    default DatabaseAddress createHome(SpaceId home) {
        return create(home);
    }

    /**
     * Deletes the database of a space with everything in it; does nothing if it is gone. The space is {@linkplain
     * SpaceStore#close closed} before.
     *
     * @throws app.charla.core.UnavailableException if the server does not answer now
     */
    void delete(SpaceId space, DatabaseAddress address);
}
