/**
 * Share links: messages of a chat that anybody with the link can read, until it expires or is revoked. It shows their
 * current text.
 *
 * <p>Owns the tables of shares and consents. Publishes {@link app.charla.share.ShareRequestsChanged}.
 *
 * @see <a href="../../../../../docs/decisions/019-deletion-export-and-share-links.md">decision 019</a>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "export", "account", "chat", "message"})
package app.charla.share;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
