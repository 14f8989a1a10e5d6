/**
 * Link previews: fetches the metadata of pages that messages link to, and attaches it to the messages.
 *
 * <p>Owns no data but a cache of a day, publishes nothing, and listens to
 * {@link app.charla.storage.SpaceCommitted}.
 *
 * @see <a href="../../../../../docs/decisions/033-link-previews.md">decision 033</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space", "message", "fetch"})
package app.charla.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
