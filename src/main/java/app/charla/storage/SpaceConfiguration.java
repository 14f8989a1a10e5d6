package app.charla.storage;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Persistence unit of the spaces; multi-tenancy leads its connections to the database of the current space. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackages = {"app.charla.chat", "app.charla.media", "app.charla.message", "app.charla.storage"},
        bootstrapMode = BootstrapMode.LAZY,
        entityManagerFactoryRef = "spaceEntityManagerFactory",
        transactionManagerRef = "spaceTransactionManager")
class SpaceConfiguration {

    @Bean
    LocalContainerEntityManagerFactoryBean spaceEntityManagerFactory(SpaceDatabases databases) {
        var factory = PersistenceUnit.of(
                "space", "app.charla.chat", "app.charla.media", "app.charla.message", "app.charla.storage");
        factory.getJpaPropertyMap().put("hibernate.multi_tenant_connection_provider", databases);
        factory.getJpaPropertyMap().put("hibernate.tenant_identifier_resolver", new SpaceScope());
        return factory;
    }

    @Bean
    JpaTransactionManager spaceTransactionManager(
            @Qualifier("spaceEntityManagerFactory") EntityManagerFactory spaceEntityManagerFactory) {
        return new JpaTransactionManager(spaceEntityManagerFactory);
    }
}
