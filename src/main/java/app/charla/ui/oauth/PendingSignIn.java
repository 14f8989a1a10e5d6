package app.charla.ui.oauth;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What is remembered of a sign-in while its person is away at the provider.
 *
 * @param attributes the nonce and the PKCE verifier, as Spring Security names them
 * @param to where the person was going
 * @param link the session whose account the identity is to be linked to, if it is
 * @param program what a program began, if one did; see {@link app.charla.account.AppAuthorization}
 * @param over whether it came to its end before: then nothing else is left of it
 */
record PendingSignIn(
        String provider,
        String authorizationUri,
        String clientId,
        String redirectUri,
        Set<String> scopes,
        String state,
        Map<String, String> attributes,
        String to,
        @Nullable UUID link,
        @Nullable String program,
        boolean over) {

    OAuth2AuthorizationRequest toRequest() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(clientId)
                .redirectUri(redirectUri)
                .scopes(scopes)
                .state(state)
                .attributes(all -> all.putAll(attributes))
                .build();
    }

    PendingSignIn ended() {
        return new PendingSignIn(provider, "", "", "", Set.of(), "", Map.of(), "", null, null, true);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "PendingSignIn[" + provider + "]";
    }
}
