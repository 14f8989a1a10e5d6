package app.charla.storage;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Persistence unit of the directory: accounts, sessions and the register of spaces. Its transactions are the default
 * ones of Spring.
 *
 * @see <a href="../../../../../docs/decisions/001-two-persistence-units.md">decision 001</a>
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
@EnableJpaRepositories(
        basePackages = {
            "app.charla.account",
            "app.charla.space",
            "app.charla.personaldata",
            "app.charla.profile",
            "app.charla.presence",
            "app.charla.share"
        },
        bootstrapMode = BootstrapMode.LAZY) // queries are parsed when first used: a start need not wait for them
class DirectoryConfiguration {

    /** @param lock held before anything in the folder is touched */
    @Bean
    @Primary
    @SuppressWarnings("unused")
    DataSource dataSource(StorageProperties storage, DataDirectoryLock lock) {
        return storage.inFiles()
                ? SqliteFile.open(storage.directoryFile(), "classpath:db/directory", 1)
                : LibsqlServer.directory(storage);
    }

    @Bean
    @Primary
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        var factory = PersistenceUnit.of(
                "directory",
                "app.charla.account",
                "app.charla.space",
                "app.charla.personaldata",
                "app.charla.profile",
                "app.charla.presence",
                "app.charla.share");
        factory.setDataSource(dataSource);
        return factory;
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }
}
