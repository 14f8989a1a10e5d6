package app.charla.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where spaces get their databases: as the settings say. */
@Configuration(proxyBeanMethods = false)
class ProvisioningConfiguration {

    @Bean
    SpaceProvisioner spaceProvisioner(StorageProperties storage, Sealing sealing) {
        if (storage.inFiles()) {
            return new FileProvisioner(storage);
        }
        if (!storage.tursoApiToken().isBlank()) {
            return new TursoProvisioner(
                    new JsonApi(storage.tursoApi(), storage.tursoApiToken()),
                    storage.tursoOrg(),
                    storage.tursoGroup(),
                    sealing);
        }
        return storage.dbAdminUrl().isBlank()
                ? new SingleDatabase()
                : new NamespaceProvisioner(new JsonApi(storage.dbAdminUrl(), null), sealing);
    }
}
