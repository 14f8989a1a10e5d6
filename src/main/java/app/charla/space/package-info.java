/**
 * Communities, each with a database of its own: which exist, who belongs to them, and what was chosen for
 * them. The register is in the directory, the settings are in the space's own database.
 *
 * <p>Publishes {@link app.charla.space.SpaceProgressed}, {@link app.charla.space.SpacePrepared},
 * {@link app.charla.space.SpaceEntered}, {@link app.charla.space.InviteAccepted}, {@link app.charla.space.SpaceLeft},
 * {@link app.charla.space.SpaceChanged} and {@link app.charla.space.SpaceClosed}. The first start creates the home space,
 * to which everybody belongs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "storage", "account"})
package app.charla.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
