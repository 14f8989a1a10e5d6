package app.charla.export;

import app.charla.core.Actor;
import java.io.IOException;

/** One feature's part of what an account has in one space. Spring components, ordered as {@link ExportPart}. */
public interface SpaceExportPart {

    /**
     * Writes what belongs to the account in the space, without loading it all at once where it may be long.
     *
     * @param folder the folder of the space within the archive
     */
    void write(Actor actor, ExportArchive folder) throws IOException;
}
