/**
 * Presence: availability and custom status, the typing indicator, and the preferences for read receipts and last seen.
 *
 * <p>Owns the leases of connected clients and the presence settings. Publishes {@link app.charla.presence.Typing} and
 * {@link app.charla.presence.DraftWritten} as signals; presences go to the leases that watch them.
 *
 * @see <a href="../../../../../docs/decisions/028-typing-and-read-receipts.md">decision 028</a>
 * @see <a href="../../../../../docs/decisions/029-presence-leases.md">decision 029</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "account", "space", "chat", "realtime", "unicode"})
package app.charla.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
