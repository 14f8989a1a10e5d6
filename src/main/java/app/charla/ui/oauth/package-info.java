/**
 * Signing in at a browser with an account from elsewhere: the authorization code flow with each provider of the settings,
 * what is remembered while somebody is away there, and what becomes of who comes back.
 *
 * <p>Listens to {@link app.charla.ui.security.BrowserSignedIn}.
 *
 * @see <a href="../../../../../../docs/decisions/017-accounts-from-elsewhere.md">decision 017</a>
 */
@NullMarked
package app.charla.ui.oauth;

import org.jspecify.annotations.NullMarked;
