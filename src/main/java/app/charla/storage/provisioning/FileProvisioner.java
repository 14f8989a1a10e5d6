package app.charla.storage.provisioning;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.StorageProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Provisioner of one SQLite file per space, which is created when it is opened. */
final class FileProvisioner implements SpaceProvisioner {

    /** Suffixes of the database file and of the files that SQLite keeps beside it. */
    private static final List<String> ENDINGS = List.of("", "-wal", "-shm", "-journal");

    private final StorageProperties storage;

    FileProvisioner(StorageProperties storage) {
        this.storage = storage;
    }

    @Override
    public DatabaseAddress create(SpaceId space) {
        return DatabaseAddress.DEFAULT;
    }

    @Override
    public void delete(SpaceId space, DatabaseAddress address) {
        Path file = storage.spaceFile(space);
        try {
            for (String ending : ENDINGS) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
        } catch (IOException undeletable) {
            throw new UnavailableException(undeletable);
        }
    }
}
