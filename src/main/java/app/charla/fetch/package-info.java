/**
 * Pages of the web, fetched by the server because somebody named an address: a door that leads out, and must not lead
 * into the network the server stands in.
 *
 * <p>Owns no data, publishes and hears nothing.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.charla.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
