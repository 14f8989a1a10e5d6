package app.charla.storage.provisioning;

import app.charla.crypto.Encryptor;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.StorageProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configuration of the provisioner that the settings choose. */
@Configuration(proxyBeanMethods = false)
class ProvisioningConfiguration {

    private static final String TURSO = "https://api.turso.tech";

    @Bean
    SpaceProvisioner spaceProvisioner(StorageProperties storage, Encryptor encryptor) {
        boolean turso = !storage.tursoApiToken().isBlank();
        boolean namespaces = !storage.dbAdminUrl().isBlank();
        require(!turso || !storage.tursoOrg().isBlank(), "TURSO_API_TOKEN needs TURSO_ORG");
        require(!(turso && namespaces), "DB_ADMIN_URL and TURSO_API_TOKEN exclude each other");
        require(!storage.inFiles() || !(turso || namespaces), "DB_ADMIN_URL and TURSO_API_TOKEN need DB_URL");
        if (storage.inFiles()) {
            return new FileProvisioner(storage);
        }
        if (turso) {
            return new TursoProvisioner(
                    new ProvisioningApi(TURSO, "Bearer " + storage.tursoApiToken()),
                    storage.tursoOrg(),
                    storage.tursoGroup(),
                    encryptor);
        }
        return namespaces
                ? new NamespaceProvisioner(
                        new ProvisioningApi(
                                storage.dbAdminUrl(),
                                storage.dbAdminKey().isBlank() ? "" : "basic " + storage.dbAdminKey()),
                        encryptor)
                : new SingleDatabase();
    }

    /**
     * Fails the start for contradictory settings: data must not be stored where nobody who reads the settings would
     * look.
     */
    private static void require(boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new IllegalStateException(rule + "; .env.example says what they mean");
        }
    }
}
