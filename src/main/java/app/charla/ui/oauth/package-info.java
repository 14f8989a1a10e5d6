/**
 * Sign-in with external identities: the authorization code flow with each provider of the settings, its state while the
 * person is away, and the callback.
 *
 * <p>Listens to {@link app.charla.ui.security.BrowserSignedIn}.
 *
 * @see <a href="../../../../../../docs/decisions/017-external-identities.md">decision 017</a>
 */
@NullMarked
package app.charla.ui.oauth;

import org.jspecify.annotations.NullMarked;
