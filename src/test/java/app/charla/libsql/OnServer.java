package app.charla.libsql;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs the tests of a process on a libSQL server instead of files, if the system property {@code charla.test.on-server} is
 * {@code true}: whatever starts Charla there finds the address among the system properties.
 */
public class OnServer implements LauncherSessionListener {

    /** The address of the server as Charla reads it. */
    public static final String DB_URL = "charla.storage.db-url";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("charla.test.on-server") && System.getProperty(DB_URL) == null) {
            System.setProperty(DB_URL, new Sqld.Alone().url());
        }
    }
}
