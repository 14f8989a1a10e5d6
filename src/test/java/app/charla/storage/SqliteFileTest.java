package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
class SqliteFileTest {

    @TempDir
    Path folder;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertPrivate(Path data) throws IOException {
        assertThat(permissions(data)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void createsFilesThatNobodyElseMayRead() throws IOException {
        Path data = folder.resolve("data");
        try (var open = SqliteFile.open(data.resolve("directory.db"), "classpath:db/directory", 1)) {
            assertThat(open.isRunning()).isTrue();
            assertThat(data.resolve("directory.db-wal")).exists();
            assertPrivate(data);
        }
    }

    @Test
    void removesGroupAndOtherPermissionsFromExistingFiles() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = data.resolve("directory.db");
        for (String name : new String[] {"directory.db", "directory.db-wal", "directory.db-shm"}) {
            Files.createFile(data.resolve(name));
            Files.setPosixFilePermissions(data.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (var open = SqliteFile.open(file, "classpath:db/directory", 1)) {
            assertThat(open.isRunning()).isTrue();
            assertPrivate(data);
        }
    }
}
