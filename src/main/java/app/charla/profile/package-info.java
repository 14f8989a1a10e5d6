/**
 * Profiles of people: the about text, the avatar, and links to other pages of theirs, each with a visibility and, where
 * possible, verified.
 *
 * <p>Owns the tables of profiles, profile links and avatars. Publishes nothing and listens to nothing.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "export", "account", "space", "chat", "media", "fetch", "unicode"})
package app.charla.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
