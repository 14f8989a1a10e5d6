package app.charla.export;

import app.charla.core.AccountId;
import java.io.IOException;

/** One feature's part of a personal-data export. Spring components; their {@code @Order} is that of their files. */
public interface ExportPart {

    /** Writes what belongs to the account, without loading it all at once where it may be long. */
    void write(AccountId account, ExportArchive archive) throws IOException;
}
