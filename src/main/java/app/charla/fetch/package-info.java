/**
 * Fetching of web pages at addresses that users enter, without giving access to the server's own network (SSRF).
 *
 * <p>Owns no data, publishes nothing, listens to nothing.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.charla.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
