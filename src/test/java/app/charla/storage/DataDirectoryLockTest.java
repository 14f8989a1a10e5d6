package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class DataDirectoryLockTest {

    @TempDir
    Path folder;

    @Test
    void refusesASecondLockOfTheFolder() throws IOException {
        var first = new DataDirectoryLock(storage(folder));
        for (int i = 0; i < 2; i++) { // a refused attempt must not release the lock of the first
            assertThatThrownBy(() -> new DataDirectoryLock(storage(folder.resolve("."))))
                    .isInstanceOfSatisfying(
                            InvalidConfigurationPropertyValueException.class,
                            refused -> assertThat(refused.getReason()).contains("in use"));
        }
        new DataDirectoryLock(storage(folder.resolve("other"))).release();
        first.release();
        new DataDirectoryLock(storage(folder)).release();
    }

    @Test
    void refusesAFolderThatAnotherProcessUses() throws Exception {
        Process other = holdInAnotherProcess();
        try {
            assertThatThrownBy(() -> new DataDirectoryLock(storage(folder)))
                    .isInstanceOfSatisfying(
                            InvalidConfigurationPropertyValueException.class,
                            refused -> assertThat(refused.getReason()).contains("process " + other.pid()));
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        new DataDirectoryLock(storage(folder)).release(); // one that was killed holds nothing
    }

    private Process holdInAnotherProcess() throws IOException {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("holds");
        return other;
    }

    private static StorageProperties storage(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new StorageProperties(folder, "", "", "", "", "", "", "", 1, 1);
    }

    /** Another process that uses the folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] folder) throws InterruptedException {
            var lock = new DataDirectoryLock(storage(Path.of(folder[0])));
            System.out.println("holds");
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
            System.out.println(lock);
        }
    }
}
