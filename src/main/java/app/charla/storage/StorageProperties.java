package app.charla.storage;

import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the data is kept.
 *
 * @param dataDir the folder of {@code directory.db} and {@code spaces/}; made when missing
 * @param dbUrl the libSQL server that keeps the data instead; blank for files
 * @param dbToken what opens it; blank if it asks for nothing
 * @param journalLines how many lines of a space's journal to keep for who was away
 */
@Validated
@ConfigurationProperties("charla.storage")
record StorageProperties(
        @DefaultValue("data") Path dataDir,

        @Pattern(
                regexp = "|(https?|libsql)://[^\\s/?#]+(/[^\\s?#]*)?",
                message = "must be http(s)://host[:port] or libsql://host; the token goes into DB_TOKEN")
        @DefaultValue("")
        String dbUrl,

        @DefaultValue("") String dbToken,
        @DefaultValue("100000") int journalLines) {

    Path directoryFile() {
        return dataDir.resolve("directory.db");
    }

    Path spacesFolder() {
        return dataDir.resolve("spaces");
    }

    /** Whether the data is in files here, not on a server. */
    boolean inFiles() {
        return dbUrl.isBlank();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return inFiles() ? "files in " + dataDir : dbUrl;
    }
}
