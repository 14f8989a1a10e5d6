package app.charla.ui.oauth;

import app.charla.account.ExternalIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Identity that a provider vouched for and that belongs to no account yet.
 *
 * @param provider the name of the provider
 * @param to the destination after sign-in
 * @param program the request of a program, if one began the flow
 * @param idToken for signing out at the provider, if there is one
 */
public record PendingIdentity(
        String provider,
        ExternalIdentity identity,
        String to,
        @Nullable String program,
        @Nullable String idToken) {

    /** Omits the token. */
    @Override
    public String toString() {
        return "Newcomer[" + provider + "]";
    }
}
