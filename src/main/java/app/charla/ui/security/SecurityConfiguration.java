package app.charla.ui.security;

import app.charla.account.WaitingAccounts;
import app.charla.core.AccountId;
import app.charla.http.TusHeaders;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Filter chain of the browser UI; the one of the REST API comes first.
 *
 * <p>The CSRF token is kept in a cookie, not in the servlet session, so that a sign-in page that was open during a
 * restart still works.
 */
@Configuration
class SecurityConfiguration {

    static final String SIGN_IN = "/login";
    private static final String SECOND_STEP = "/login/code";

    private static final String[] FILES = {
        "/styles.css",
        "/styles/*",
        "/fonts/**",
        "/icons/**",
        "/favicon.ico",
        "/manifest.webmanifest",
        "/sw.js",
        "/offline.html",
        "/share-target.*",
        "/shared.css",
        "/shared/*"
    };

    /** The pages that need no sign-in. */
    private static final String[] PUBLIC_PAGES = {
        SIGN_IN, SECOND_STEP, "/login/failed", "/register", "/welcome", "/setup", "/forgotten", "/reset/*", "/invite/*"
    };

    /** Filter chain of the public files, which are the same for everybody: no session is looked up. */
    @Bean
    @Order(2)
    SecurityFilterChain files(HttpSecurity http, ServletSessions sessions, Clock clock) {
        return http.securityMatcher(FILES)
                .addFilterBefore(
                        new AnonymousSessionFilter(sessions, request -> false, clock),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new PublicFileFilter(), AuthorizationFilter.class)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    SecurityFilterChain uiSecurity(
            HttpSecurity http,
            SessionCookie cookie,
            SecondFactorCookie halfWay,
            WaitingAccounts waiting,
            NavigationAccessControl access,
            OfflinePage offlinePage,
            ServletSessions sessions,
            Clock clock) {
        http.securityContext(context -> context.securityContextRepository(new CookieSecurityContextRepository(cookie)))
                .addFilterBefore(new DirectoryAwayFilter(offlinePage), SecurityContextHolderFilter.class)
                .addFilterAfter(new AnonymousSessionFilter(sessions, publicPages(), clock), DirectoryAwayFilter.class)
                .addFilterBefore(new SameSessionFilter(sessions), AuthorizationFilter.class)
                .addFilterAfter(new WebSocketOriginFilter(), SameSessionFilter.class)
                .addFilterAfter(new WaitingAccountFilter(waiting), SameSessionFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .ignoringRequestMatchers(SecurityConfiguration::isOwnUpload))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                        .permitAll()
                        .requestMatchers(PUBLIC_PAGES)
                        .permitAll())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .authenticationDetailsSource(DeviceCookie::client)
                        .successHandler((request, response, proved) -> onSuccess(cookie, request, response, proved))
                        .failureHandler((request, response, reason) -> onFailure(halfWay, request, response, reason)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(SecurityConfiguration::redirectToSignIn)
                                .accessDeniedHandler(SecurityConfiguration::onAccessDenied))
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::headers)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.enableLogoutConfiguration(false)
                                .enableRequestCacheConfiguration(false)
                                .anyRequest(anything -> anything.authenticated()));
        access.setLoginView(SIGN_IN);
        return http.build();
    }

    private static RequestMatcher publicPages() {
        return new OrRequestMatcher(Stream.of(PUBLIC_PAGES)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }

    /**
     * Returns whether the request has the header that only our own scripts can send: a foreign page would need a CORS
     * preflight, which is not answered.
     */
    private static boolean isOwnUpload(HttpServletRequest request) {
        return request.getHeader(TusHeaders.VERSION) != null
                && request.getServletPath().contains("/media/uploads");
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static void onSuccess(
            SessionCookie cookie, HttpServletRequest request, HttpServletResponse response, Authentication proved)
            throws IOException {
        boolean stay = request.getParameter("stay") != null;
        if (proved.getPrincipal() instanceof AccountId account) {
            cookie.open(account, stay, request, response);
        }
        response.sendRedirect(Destination.of(request.getParameter(Destination.PARAMETER)));
    }

    private static void onFailure(
            SecondFactorCookie halfWay,
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        String destination = Destination.query(request.getParameter(Destination.PARAMETER));
        if (reason instanceof PasswordAuthenticationProvider.SecondFactorRequired half) {
            halfWay.write(half.account(), request.getParameter("stay") != null, request, response);
            response.sendRedirect(SECOND_STEP + destination);
            return;
        }
        String why = reason instanceof PasswordAuthenticationProvider.TooManyAttempts tooManyAttempts
                ? (tooManyAttempts.overloaded() ? "busy=" : "wait=") + tooManyAttempts.seconds()
                : "failed";
        response.sendRedirect(SIGN_IN + (destination.isEmpty() ? "?" : destination + "&") + why);
    }

    private static void redirectToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (HttpMethod.GET.matches(request.getMethod())) {
            String query = request.getQueryString();
            response.sendRedirect(
                    SIGN_IN + Destination.query(request.getRequestURI() + (query == null ? "" : "?" + query)));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Redirects to a fresh sign-in page: the token of one that was open for too long is stale. */
    private static void onAccessDenied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (request.getRequestURI().equals(SIGN_IN)) {
            response.sendRedirect(SIGN_IN + "?again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(ContentPolicy.OF_FILES))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(false).maxAgeInSeconds(365L * 24 * 60 * 60))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), display-capture=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
