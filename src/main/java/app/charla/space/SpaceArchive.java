package app.charla.space;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A space as one SQLite file, which is deleted when this is closed.
 *
 * @param name the suggested file name for a download
 */
public record SpaceArchive(Path file, String name) implements AutoCloseable {

    /** Returns its size in bytes. */
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
