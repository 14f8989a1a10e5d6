package app.charla.storage;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Settings common to both persistence units. */
final class PersistenceUnit {

    /**
     * Executor that builds the entity manager factory in the background, which takes a second; the first user waits for
     * it.
     */
    private static final AsyncTaskExecutor BESIDE_THE_START = new SimpleAsyncTaskExecutor("persistence-");

    private PersistenceUnit() {}

    static LocalContainerEntityManagerFactoryBean of(String name, String... packages) {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(name);
        factory.setPackagesToScan(packages);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(settings());
        factory.setBootstrapExecutor(BESIDE_THE_START);
        return factory;
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("hibernate.dialect", CharlaSqliteDialect.class.getName());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        settings.put(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
        settings.put("hibernate.jdbc.batch_size", 128);
        // a version is looked at now, not with the commit
        settings.put("hibernate.jdbc.batch_versioned_data", false);
        settings.put("hibernate.order_inserts", true);
        settings.put("hibernate.order_updates", true);
        settings.put("hibernate.connection.provider_disables_autocommit", false);
        // the drivers would write times each in its own way; a space moves from one to the other
        settings.put("hibernate.type.preferred_instant_jdbc_type", "BIGINT");
        settings.put("hibernate.jdbc.time_zone", "UTC");
        return settings;
    }
}
