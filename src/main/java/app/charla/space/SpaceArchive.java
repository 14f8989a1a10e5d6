package app.charla.space;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A space as one SQLite file, gone once it is closed.
 *
 * @param name what to call it on somebody's disk
 */
public record SpaceArchive(Path file, String name) implements AutoCloseable {

    /** How many bytes it has. */
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
