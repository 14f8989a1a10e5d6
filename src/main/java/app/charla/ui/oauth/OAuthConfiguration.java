package app.charla.ui.oauth;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;

/** Adds the authorization code flow to the filter chain of the browser UI. */
@Configuration
class OAuthConfiguration {

    private static final Logger log = LoggerFactory.getLogger(OAuthConfiguration.class);

    @Bean
    Customizer<HttpSecurity> signInByProviders(
            ProviderRegistrations providerRegistrations,
            PendingSignIns pending,
            ProviderHttp http,
            GitHubUsers github,
            OAuthSignIn signIn) {
        var start = new DefaultOAuth2AuthorizationRequestResolver(providerRegistrations::find, PendingSignIns.START);
        start.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return security -> security.oauth2Login(login -> login.loginPage("/login")
                        .clientRegistrationRepository(providerRegistrations::find)
                        .authorizedClientRepository(new NothingKept())
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestResolver(start).authorizationRequestRepository(pending))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens(http)))
                        .userInfoEndpoint(endpoint ->
                                endpoint.oidcUserService(people(http)).userService(github))
                        .successHandler(signIn)
                        .failureHandler(signIn)
                        .addObjectPostProcessor(startsThatFail(signIn)))
                .addFilterBefore(unexpectedErrors(signIn), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens(ProviderHttp http) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(http.client()
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static OidcUserService people(ProviderHttp http) {
        var users = new DefaultOAuth2UserService();
        users.setRestOperations(http.template());
        var people = new OidcUserService();
        people.setOauth2UserService(users);
        return people;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> startsThatFail(OAuthSignIn signIn) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(signIn);
                return filter;
            }
        };
    }

    /** Failures without a known reason are faults of this server: logged, and answered with a page. */
    private static Filter unexpectedErrors(OAuthSignIn signIn) {
        return (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (RuntimeException | ServletException fault) {
                var http = (HttpServletRequest) request;
                if (!http.getServletPath().startsWith(PendingSignIns.PATH)) {
                    throw fault;
                }
                log.error("A sign-in by a provider failed.", fault);
                signIn.fail(SignInError.BROKEN, http, (HttpServletResponse) response);
            }
        };
    }

    /** Keeps no access tokens of providers: nothing here uses them after sign-in. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // see above
        }
    }
}
