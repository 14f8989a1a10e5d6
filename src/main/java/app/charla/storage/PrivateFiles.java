package app.charla.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that only the user of the server may read: they hold everybody's messages. File systems without POSIX
 * permissions keep their own.
 */
public final class PrivateFiles {

    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Creates a folder with its parents, or takes the permissions of others away from an existing one. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, FOLDER);
    }

    /** Creates an empty database file, or takes the permissions of others away from an existing one and its WAL. */
    static void createDatabase(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException existing) {
            for (String suffix : new String[] {"-wal", "-shm"}) {
                Path beside = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(beside)) {
                    restrict(beside, FILE);
                }
            }
        }
        restrict(file, FILE); // SQLite gives a new WAL the permissions of its database
    }

    /**
     * Creates a text file, and its folder.
     *
     * @throws FileAlreadyExistsException if it exists
     */
    public static void write(Path file, String text) throws IOException {
        createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.createFile(file);
        restrict(file, FILE);
        Files.writeString(file, text);
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) {
        try {
            if (!Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (UnsupportedOperationException otherFileSystem) {
            log.debug("No POSIX permissions at {}", path, otherFileSystem);
        } catch (IOException ofAnotherUser) {
            log.warn("Other users of this machine may read {}: its permissions cannot be changed", path);
        }
    }
}
