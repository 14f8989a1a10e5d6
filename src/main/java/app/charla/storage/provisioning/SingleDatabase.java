package app.charla.storage.provisioning;

import app.charla.core.SpaceId;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.ProvisioningException;
import app.charla.storage.SpaceProvisioner;

/**
 * Provisioner for a libSQL server on which no more databases can be created: it holds the directory and the home space.
 */
final class SingleDatabase implements SpaceProvisioner {

    @Override
    public DatabaseAddress create(SpaceId space) {
        throw new ProvisioningException("there is one database at DB_URL only; for spaces of their own set DB_ADMIN_URL"
                + " to the admin address of a libSQL server with namespaces, or TURSO_API_TOKEN, TURSO_ORG and"
                + " TURSO_GROUP");
    }

    @Override
    public DatabaseAddress createHome(SpaceId home) {
        return DatabaseAddress.DEFAULT;
    }

    @Override
    public void delete(SpaceId space, DatabaseAddress address) {
        throw new ProvisioningException("the home space cannot be deleted");
    }
}
