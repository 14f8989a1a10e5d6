/**
 * Communities, each with a database of its own: which exist, and who belongs to them.
 *
 * <p>Publishes {@link app.charla.space.SpaceEntered}. The first start creates the home space, to which everybody
 * belongs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account"})
package app.charla.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
