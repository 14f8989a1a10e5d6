package app.charla.ui.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * ID token validation: the signature of the provider, this client as audience, and times that are right within a
 * minute.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core,
 * 3.1.3.7</a>
 */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final ProviderHttp http;
    private final Clock clock;
    private final Cache<String, JwtDecoder> decoders = Caffeine.newBuilder().build();

    IdTokens(ProviderHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
        return Objects.requireNonNull(
                decoders.get(registration.getRegistrationId() + " " + keys, unknown -> decoder(registration, keys)));
    }

    private JwtDecoder decoder(ClientRegistration registration, String keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(http.template())
                .jwsAlgorithms(algorithms -> algorithms.addAll(algorithms(registration)))
                .build();
        var rules = new OidcIdTokenValidator(registration);
        rules.setClockSkew(TOLERANCE);
        rules.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(this::validateTimes, rules)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** The public-key algorithms that the provider announces; RS256 is the one it must support. */
    private static Set<SignatureAlgorithm> algorithms(ClientRegistration registration) {
        Object named = registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .getOrDefault("id_token_signing_alg_values_supported", List.of());
        Set<SignatureAlgorithm> known = ((Collection<?>) named)
                .stream()
                        .map(name -> SignatureAlgorithm.from(String.valueOf(name)))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return known.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : known;
    }

    private OAuth2TokenValidatorResult validateTimes(Jwt token) {
        Instant now = clock.instant();
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        Instant begins = token.getNotBefore();
        boolean early = (issued != null && issued.isAfter(now.plus(TOLERANCE)))
                || (begins != null && begins.isAfter(now.plus(TOLERANCE)));
        boolean late = expires != null && expires.isBefore(now.minus(TOLERANCE));
        return early || late
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(SignInError.CLOCK_CODE))
                : OAuth2TokenValidatorResult.success();
    }
}
