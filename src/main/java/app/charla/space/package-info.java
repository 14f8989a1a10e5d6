/**
 * Spaces: communities with a database each, their provisioning, members, invites, settings, and their download and
 * restore as a file. The register is in the directory, the settings are in the database of the space.
 *
 * <p>Publishes {@link app.charla.space.SpaceProgressed}, {@link app.charla.space.SpacePrepared},
 * {@link app.charla.space.SpaceEntered}, {@link app.charla.space.InviteAccepted}, {@link app.charla.space.SpaceLeft},
 * {@link app.charla.space.SpaceChanged} and {@link app.charla.space.SpaceClosed}. The first start creates the home space,
 * of which everybody is a member.
 *
 * <p>Listens to {@link app.charla.account.AccountInvited} and {@link app.charla.account.FirstAdministratorAppointed}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "storage", "account", "unicode"})
package app.charla.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
