/**
 * Finding what was said. Owns the index in each space's database, which follows the journal a moment behind, and the
 * language in which people ask. Nobody but the doors calls it.
 *
 * <p>Publishes nothing. Listens to {@link app.charla.storage.SpaceCommitted}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space", "media", "message"})
package app.charla.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
