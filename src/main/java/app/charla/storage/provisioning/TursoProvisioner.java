package app.charla.storage.provisioning;

import app.charla.core.SpaceId;
import app.charla.crypto.Encryptor;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.ProvisioningException;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.provisioning.ProvisioningApi.Response;
import java.util.Map;

/**
 * Provisioner of one Turso Cloud database per space, by the Platform API, with a token for that database only.
 *
 * @see <a href="https://docs.turso.tech/api-reference/introduction">The Platform API</a>
 */
final class TursoProvisioner implements SpaceProvisioner {

    private static final int EXISTS = 409;

    private final ProvisioningApi platform;
    private final String databases;
    private final String group;
    private final Encryptor encryptor;

    TursoProvisioner(ProvisioningApi platform, String organization, String group, Encryptor encryptor) {
        this.platform = platform;
        this.databases = "v1/organizations/" + organization + "/databases";
        this.group = group;
        this.encryptor = encryptor;
    }

    @Override
    public DatabaseAddress create(SpaceId space) {
        String name = name(space);
        Response made = platform.post(databases, Map.of("name", name, "group", group));
        Response database = made.status() == EXISTS ? platform.get(databases + "/" + name) : made;
        String host = text(database.orThrow(), "/database/Hostname");
        Response token = platform.post(
                databases + "/" + name + "/auth/tokens?expiration=never&authorization=full-access", Map.of());
        return new DatabaseAddress("libsql://" + host, encryptor.encrypt(text(token.orThrow(), "/jwt")));
    }

    @Override
    public void delete(SpaceId space, DatabaseAddress address) {
        Response deleted = platform.delete(databases + "/" + name(space));
        if (deleted.status() != 404) {
            deleted.orThrow();
        }
    }

    private static String name(SpaceId space) {
        return "space-" + space;
    }

    private static String text(Response response, String pointer) {
        String text = response.body().at(pointer).asString("");
        if (text.isEmpty()) {
            throw new ProvisioningException("the server's answer lacks " + pointer);
        }
        return text;
    }
}
