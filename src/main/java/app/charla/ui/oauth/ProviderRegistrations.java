package app.charla.ui.oauth;

import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Client registrations, from the discovery documents of the providers. A provider is asked at its first sign-in and
 * again after an hour; one that does not answer is not asked again for a few seconds, and blocks nothing else.
 */
@Component
class ProviderRegistrations {

    private static final Logger log = LoggerFactory.getLogger(ProviderRegistrations.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);
    private static final String METADATA = "/.well-known/openid-configuration";

    private final IdentityProviders providers;
    private final ProviderHttp http;
    private final String redirectUri;
    private final Cache<String, ClientRegistration> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();
    private final Cache<String, Boolean> silent =
            Caffeine.newBuilder().expireAfterWrite(LEFT_ALONE).build();

    ProviderRegistrations(
            IdentityProviders providers, ProviderHttp http, @Value("${charla.public-url:}") String publicUrl) {
        this.providers = providers;
        this.http = http;
        this.redirectUri = (publicUrl.isBlank() ? "{baseUrl}" : publicUrl) + "/login/oauth2/code/{registrationId}";
    }

    /** @throws ProviderException if there is no such provider, or it does not answer */
    ClientRegistration find(String name) {
        IdentityProvider provider =
                providers.findByName(name).orElseThrow(() -> new ProviderException(SignInError.UNKNOWN));
        return Objects.requireNonNull(known.get(name, unknown -> register(provider)));
    }

    /** Returns the cached registration without a request: empty if the provider was not asked lately. */
    Optional<ClientRegistration> cached(String name) {
        return Optional.ofNullable(known.getIfPresent(name));
    }

    private ClientRegistration register(IdentityProvider provider) {
        ClientRegistration.Builder registration = switch (provider.protocol()) {
            case OIDC -> discover(provider);
            case GITHUB -> github(provider.issuer());
        };
        if (provider.clientSecret().isEmpty()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration
                .registrationId(provider.name())
                .clientName(provider.label())
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri)
                .build();
    }

    private ClientRegistration.Builder discover(IdentityProvider provider) {
        if (silent.getIfPresent(provider.name()) != null) {
            throw new ProviderException(SignInError.DOWN);
        }
        try {
            Map<String, Object> metadata = http.client()
                    .build()
                    .get()
                    .uri(provider.issuer().replaceFirst("/$", "") + METADATA)
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            if (metadata == null || !provider.issuer().equals(metadata.get("issuer"))) {
                log.warn(
                        "{} calls itself {}, which is not what OIDC_{}_ISSUER says.",
                        provider,
                        metadata == null ? "nothing" : metadata.get("issuer"),
                        provider.name().toUpperCase(Locale.ROOT).replace('-', '_'));
                throw new ProviderException(SignInError.REFUSED);
            }
            return ClientRegistrations.fromOidcConfiguration(metadata)
                    .userNameAttributeName("sub")
                    .scope("openid", "profile", "email");
        } catch (RestClientException | IllegalArgumentException unreachable) {
            silent.put(provider.name(), true);
            throw new ProviderException(SignInError.DOWN, unreachable);
        }
    }

    private static ClientRegistration.Builder github(String address) {
        String api = address.equals("https://github.com") ? "https://api.github.com" : address + "/api/v3";
        return ClientRegistration.withRegistrationId("github")
                .authorizationUri(address + "/login/oauth/authorize")
                .tokenUri(address + "/login/oauth/access_token")
                .userInfoUri(api + "/user")
                .userNameAttributeName("id")
                .scope("read:user", "user:email");
    }
}
