/**
 * Asks the pages that messages link to what they say of themselves, and hands it to the message.
 *
 * <p>Owns no data but what it remembers for a day, publishes nothing, and listens to
 * {@link app.charla.storage.SpaceCommitted}.
 *
 * @see <a href="../../../../../docs/decisions/033-link-previews.md">decision 033</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space", "message", "fetch"})
package app.charla.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
