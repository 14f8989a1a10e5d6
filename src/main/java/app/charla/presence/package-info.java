/**
 * What people let others notice of them: that they are there, that they write, and how far they have read.
 *
 * <p>Owns the leases of those who are there and what people chose by hand. Publishes {@link app.charla.presence.Typing} as a
 * signal; presences are told to the leases that watch them.
 *
 * @see <a href="../../../../../docs/decisions/028-typing-and-read-receipts.md">decision 028</a>
 * @see <a href="../../../../../docs/decisions/029-presence-leases.md">decision 029</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "account", "space", "chat", "realtime"})
package app.charla.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
