/**
 * Message search. Owns the index in each space's database, which follows the journal a moment behind, and the query
 * language. Called by the UI and the REST API only.
 *
 * <p>Publishes nothing. Follows the journal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space", "message", "unicode"})
package app.charla.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
