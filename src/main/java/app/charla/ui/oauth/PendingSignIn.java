package app.charla.ui.oauth;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * State of a sign-in while the person is at the provider.
 *
 * @param attributes the nonce and the PKCE verifier, as Spring Security names them
 * @param to the destination after sign-in
 * @param link the session whose account the identity is to be linked to, if any
 * @param program the request of a program, if one began the flow; see {@link app.charla.account.AppAuthorization}
 * @param over true once the sign-in has ended: then nothing else of it is kept
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

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "PendingSignIn[" + provider + "]";
    }
}
