package app.charla.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is kept.
 *
 * @param dataDir the folder of {@code directory.db} and {@code spaces/}; made when missing
 * @param journalLines how many lines of a space's journal to keep for who was away
 */
@ConfigurationProperties("charla.storage")
record StorageProperties(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("100000") int journalLines) {

    Path directoryFile() {
        return dataDir.resolve("directory.db");
    }

    Path spacesFolder() {
        return dataDir.resolve("spaces");
    }
}
