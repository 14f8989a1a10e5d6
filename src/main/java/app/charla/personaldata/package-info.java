/**
 * What belongs to a person and goes with them: the export of their own data, and the deletion of their account.
 *
 * <p>Owns the table of deletions that wait, and the folder of exports. Publishes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "export", "account", "space", "message"})
package app.charla.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
