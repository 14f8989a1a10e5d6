/**
 * What people tell of themselves: a few words, and where else they are to be found, each for whom they choose and, where
 * it can be proved, with the proof.
 *
 * <p>Owns the tables of profiles and of their links. Publishes and hears nothing.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-the-guarded-fetch.md">decision 022</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space", "chat", "fetch"})
package app.charla.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
