package app.charla.storage;

import app.charla.core.SpaceId;

/**
 * Makes and removes the databases of spaces, where the settings say that they live. Only the database itself: its schema
 * comes with {@link SpaceStore#open}.
 */
public interface SpaceProvisioner {

    /**
     * Makes the database of a space, or finds what an earlier call has made: a call that was interrupted is repeated.
     *
     * @return where it is, to be kept in the register of spaces
     * @throws app.charla.core.UnavailableException if the server does not answer now
     * @throws ProvisioningException if it refuses, and asking again will not help
     */
    DatabaseAddress create(SpaceId space);

    /**
     * Removes the database of a space with all that is in it; nothing happens if it is gone already. The space is
     * {@linkplain SpaceStore#close closed} before.
     *
     * @throws app.charla.core.UnavailableException if the server does not answer now
     */
    void delete(SpaceId space, DatabaseAddress address);
}
