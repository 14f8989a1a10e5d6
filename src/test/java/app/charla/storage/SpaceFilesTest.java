package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The folder of copies of databases. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class SpaceFilesTest {

    @Autowired
    private SpaceFiles files;

    @Autowired
    private StorageProperties storage;

    @Test
    void createsCopiesReadableByTheirOwnerOnly() throws IOException {
        Files.createDirectories(storage.dataDir());
        Files.setPosixFilePermissions(storage.dataDir(), PosixFilePermissions.fromString("rwxr-xr-x"));

        Path folder = files.workFolder();

        for (Path each : new Path[] {folder, storage.dataDir()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .as("%s", each)
                    .isEqualTo("rwx------");
        }
    }
}
