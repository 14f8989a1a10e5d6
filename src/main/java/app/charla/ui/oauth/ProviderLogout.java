package app.charla.ui.oauth;

import app.charla.account.SessionOrigin;
import app.charla.account.SessionOrigins;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * RP-initiated logout: sign-out at the provider that opened the session.
 *
 * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">OpenID Connect RP-Initiated Logout</a>
 */
@Component
public class ProviderLogout {

    private final SessionOrigins origins;
    private final ProviderRegistrations providerRegistrations;
    private final String publicUrl;

    ProviderLogout(
            SessionOrigins origins,
            ProviderRegistrations providerRegistrations,
            @Value("${charla.public-url:}") String publicUrl) {
        this.origins = origins;
        this.providerRegistrations = providerRegistrations;
        this.publicUrl = publicUrl;
    }

    /**
     * Returns the logout address of the provider; to be called before the session is ended.
     *
     * @param back the path to return to
     * @return empty if the session was opened otherwise, or the provider offers no logout or is down
     */
    public Optional<String> address(UUID session, String back, HttpServletRequest request) {
        return origins.find(session).flatMap(origin -> address(origin, back, request));
    }

    private Optional<String> address(SessionOrigin origin, String back, HttpServletRequest request) {
        try {
            ClientRegistration provider = providerRegistrations.find(origin.provider());
            Object endpoint =
                    provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
            return Optional.ofNullable(endpoint)
                    .map(address -> UriComponentsBuilder.fromUriString(address.toString())
                            .queryParam("client_id", "{client}")
                            .queryParam("id_token_hint", "{hint}")
                            .queryParam("post_logout_redirect_uri", "{back}")
                            .encode()
                            .buildAndExpand(provider.getClientId(), origin.idToken(), home(request) + back)
                            .toUriString());
        } catch (ProviderException down) {
            return Optional.empty();
        }
    }

    private String home(HttpServletRequest request) {
        if (!publicUrl.isBlank()) {
            return publicUrl;
        }
        URI here = URI.create(UrlUtils.buildFullRequestUrl(
                request.getScheme(), request.getServerName(), request.getServerPort(), "/", null));
        return here.toString().replaceFirst("/$", "");
    }
}
