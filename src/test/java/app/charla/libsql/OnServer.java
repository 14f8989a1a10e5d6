package app.charla.libsql;

import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs the tests of a process on a libSQL server instead of files, if the system property {@code charla.test.on-server} is
 * {@code true}: whatever starts Charla there finds the address among the system properties.
 */
public class OnServer implements LauncherSessionListener {

    private static final String DB_URL = "charla.storage.db-url";
    private static final String DB_ADMIN_URL = "charla.storage.db-admin-url";

    /** The settings that send a process of its own there, too. */
    public static Map<String, String> environment() {
        return Map.of(
                "DB_URL", System.getProperty(DB_URL, ""),
                "DB_ADMIN_URL", System.getProperty(DB_ADMIN_URL, ""));
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("charla.test.on-server") && System.getProperty(DB_URL) == null) {
            Sqld.Addresses server = Sqld.withNamespaces();
            System.setProperty(DB_URL, server.directory());
            System.setProperty(DB_ADMIN_URL, server.adminUrl());
        }
    }
}
