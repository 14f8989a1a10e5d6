package app.charla.libsql;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets the tests of a process keep their data on a libSQL server instead of in files, if the system property
 * {@code charla.test.on-server} is {@code true}. Whoever would have had a folder has a directory of their own there.
 */
public final class OnServer implements EnvironmentPostProcessor {

    private static boolean asked() {
        return Boolean.getBoolean("charla.test.on-server");
    }

    /** The settings that send a process of its own there, too. */
    public static Map<String, String> environment(Path folder) {
        if (!asked()) {
            return Map.of();
        }
        Sqld.Addresses addresses = addresses(folder.toString());
        return Map.of("DB_URL", addresses.directory(), "DB_ADMIN_URL", addresses.adminUrl());
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (asked()) {
            Sqld.Addresses addresses = addresses(environment.getRequiredProperty("charla.storage.data-dir"));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "on-server",
                            Map.of(
                                    "charla.storage.db-url",
                                    addresses.directory(),
                                    "charla.storage.db-admin-url",
                                    addresses.adminUrl())));
        }
    }

    private static Sqld.Addresses addresses(String folder) {
        return Sqld.directory("directory-" + UUID.nameUUIDFromBytes(folder.getBytes(StandardCharsets.UTF_8)));
    }
}
