/**
 * What people tell of themselves: a few words, a picture, and where else they are to be found, each for whom they choose and, where
 * it can be proved, with the proof.
 *
 * <p>Owns the tables of profiles, of their links and of avatars. Publishes and hears nothing itself.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "export", "account", "space", "chat", "media", "fetch"})
package app.charla.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
