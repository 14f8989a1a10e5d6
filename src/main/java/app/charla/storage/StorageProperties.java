package app.charla.storage;

import app.charla.core.SpaceId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the storage.
 *
 * @param dataDir the folder of {@code directory.db} and {@code spaces/}; made when missing
 * @param dbUrl the libSQL server to store the data on; blank for files
 * @param dbToken its token; blank if it requires none
 * @param dbAdminUrl the admin API of that server, where each space gets a namespace of its own; blank without
 * @param dbAdminKey what that API asks for; blank if it asks for nothing
 * @param tursoApiToken a token of Turso's Platform API, where each space gets a database of its own; blank without
 * @param tursoOrg the organisation there
 * @param tursoGroup the group there
 * @param openSpaces how many spaces' databases to hold open at most
 * @param journalLines how many lines of a space's journal to keep for who was away
 */
@Validated
@ConfigurationProperties("charla.storage")
public record StorageProperties(
        @DefaultValue("data") Path dataDir,

        @Pattern(
                regexp = "|(https?|libsql)://[^\\s/?#]+(/[^\\s?#]*)?(\\?namespace=[\\w-]+)?",
                message =
                        "must be http(s)://host[:port][?namespace=name] or libsql://host; the token goes into DB_TOKEN")
        @DefaultValue("")
        String dbUrl,

        @DefaultValue("") String dbToken,
        @DefaultValue("") String dbAdminUrl,
        @DefaultValue("") String dbAdminKey,
        @DefaultValue("") String tursoApiToken,
        @DefaultValue("") String tursoOrg,
        @DefaultValue("") String tursoGroup,

        @Min(1) @DefaultValue("100") int openSpaces,
        @DefaultValue("100000") int journalLines) {

    Path directoryFile() {
        return dataDir.resolve("directory.db");
    }

    /** Returns the file of a space; with a suffix, the files that SQLite keeps beside it. */
    public Path spaceFile(SpaceId space) {
        return dataDir.resolve("spaces").resolve(space + ".db");
    }

    /** Returns whether the data is in local files, not on a server. */
    public boolean inFiles() {
        return dbUrl.isBlank();
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return inFiles() ? "files in " + dataDir : dbUrl;
    }
}
