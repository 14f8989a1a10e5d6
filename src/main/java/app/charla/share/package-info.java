/**
 * Messages shown to people outside: by a link that ends, that can be taken back, and that shows what stands in the chat at
 * the moment it is opened.
 *
 * <p>Owns the tables of shares and of consents. Publishes {@link app.charla.share.ShareRequestsChanged}.
 *
 * @see <a href="../../../../../docs/decisions/019-deletion-export-and-share-links.md">decision 019</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "export", "account", "chat", "message"})
package app.charla.share;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
