/**
 * Notifications for people who are not looking: Web Push (RFC 8030, 8291, 8292) to the devices that subscribed, with keys of
 * this server and without any gateway.
 *
 * <p>Owns the keys, the subscriptions and what notifications may show, in the directory. Follows the journals; publishes
 * nothing. {@link app.charla.notification.NotificationRule} decides who hears what, and when.
 *
 * @see <a href="../../../../../docs/decisions/061-web-push.md">decision 061</a>
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"core", "storage", "crypto", "fetch", "account", "space", "chat", "message", "presence"})
package app.charla.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
