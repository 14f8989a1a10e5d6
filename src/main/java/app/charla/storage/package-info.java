/**
 * Storage: the <em>directory</em> database (one) and a database for each <em>space</em>, SQLite files
 * under {@code DATA_DIR}, or databases of a libSQL server at {@code DB_URL}.
 *
 * <p>Owns the connections, the migrations and the journal. {@link app.charla.storage.SpaceStore} is the one way to a
 * space's database: {@code read} in a snapshot, {@code write} through the space's single writer, which commits what
 * waits as one transaction. {@link app.charla.storage.SpaceProvisioner} makes and removes databases,
 * {@link app.charla.storage.SpaceFiles} carries them as files. Publishes {@link app.charla.storage.SpaceCommitted} after each commit
 * and {@link app.charla.storage.JournalAdvanced} when a journal has entries of another process.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "libsql"})
package app.charla.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
