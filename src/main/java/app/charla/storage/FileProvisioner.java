package app.charla.storage;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** A file for each space. Opening it makes it. */
@Component
class FileProvisioner implements SpaceProvisioner {

    /** A database, and what SQLite may have put beside it. */
    private static final List<String> ENDINGS = List.of(".db", ".db-wal", ".db-shm", ".db-journal");

    private final StorageProperties storage;

    FileProvisioner(StorageProperties storage) {
        this.storage = storage;
    }

    @Override
    public DatabaseAddress create(SpaceId space) {
        return DatabaseAddress.FILE;
    }

    @Override
    public void delete(SpaceId space, DatabaseAddress address) {
        try {
            for (String ending : ENDINGS) {
                Files.deleteIfExists(file(space, ending));
            }
        } catch (IOException undeletable) {
            throw new UnavailableException(undeletable);
        }
    }

    private Path file(SpaceId space, String ending) {
        return storage.spacesFolder().resolve(space + ending);
    }
}
