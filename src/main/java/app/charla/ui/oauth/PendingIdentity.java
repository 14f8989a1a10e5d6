package app.charla.ui.oauth;

import app.charla.account.ExternalIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a provider vouched for and who has no account here yet, or has not proved it.
 *
 * @param provider its name
 * @param to where they were going
 * @param program what a program began, if one did
 * @param idToken for signing out at the provider, if it is told
 */
public record PendingIdentity(
        String provider,
        ExternalIdentity identity,
        String to,
        @Nullable String program,
        @Nullable String idToken) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Newcomer[" + provider + "]";
    }
}
