package app.charla.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Lock file {@code DATA_DIR/lock}: one process per folder. Two would number the messages of a space twice and remove each
 * other's files. The operating system releases it with the process, however that ends.
 */
@Component
class DataDirectoryLock {

    private static final Logger log = LoggerFactory.getLogger(DataDirectoryLock.class);

    /** Files locked by this process: opening and closing one again would release its lock (POSIX). */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    /** @throws InvalidConfigurationPropertyValueException if the folder is in use */
    DataDirectoryLock(StorageProperties storage) {
        try {
            PrivateFiles.createFolder(storage.dataDir());
            file = storage.dataDir().toRealPath().resolve("lock");
            if (!HELD.add(file)) {
                throw inUse(storage, "this process");
            }
            channel = open(storage);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write in the data folder " + storage.dataDir(), unwritable);
        }
    }

    private FileChannel open(StorageProperties storage) throws IOException {
        FileChannel opened = FileChannel.open(file, CREATE, READ, WRITE);
        boolean ours = false;
        try {
            ours = lock(opened);
            if (!ours) {
                throw inUse(storage, "process " + Files.readString(file).strip());
            }
            return opened;
        } finally {
            if (!ours) {
                opened.close();
                HELD.remove(file);
            }
        }
    }

    private boolean lock(FileChannel opened) throws IOException {
        try {
            if (opened.tryLock() == null) {
                return false;
            }
        } catch (IOException unsupported) { // some network file systems
            log.warn("{} cannot be locked: see to it that only one Charla uses this folder", file, unsupported);
        }
        byte[] process = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        opened.truncate(0).write(ByteBuffer.wrap(process), 0);
        return true;
    }

    private static InvalidConfigurationPropertyValueException inUse(StorageProperties storage, String by) {
        return new InvalidConfigurationPropertyValueException(
                "DATA_DIR",
                storage.dataDir(),
                "is in use by a Charla that is running (" + by
                        + "): end that one first, or give each a folder of its own");
    }

    /** Releases the folder; the file stays. */
    @PreDestroy
    void release() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
