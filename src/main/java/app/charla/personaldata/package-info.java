/**
 * Data portability and erasure: the export of an account's own data, and the deletion of the account.
 *
 * <p>Owns the table of pending deletions and the folder of exports. Publishes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "export", "account", "space", "message"})
package app.charla.personaldata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
