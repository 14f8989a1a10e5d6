package app.charla.api;

import app.charla.account.SessionService;
import app.charla.account.WaitingAccounts;
import app.charla.api.json.ApiPaths;
import app.charla.api.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Security of the REST API: bearer tokens only. Without cookies and sessions there is no request forgery to protect
 * against, so two filters replace the usual chain, whose cost every message would pay.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurityFilterChain(
            SessionService sessions,
            WaitingAccounts waiting,
            ProblemWriter problems,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptionResolver) {
        return new DefaultSecurityFilterChain(
                ApiSecurity::covers,
                new SpacePathFilter(),
                new BearerFilter(sessions, waiting, problems, exceptionResolver));
    }

    /** Switches off the observation of filters: nothing reads it, and it costs more than the filters. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Returns whether a request is for the REST API. Called for every request of the server. */
    static boolean covers(HttpServletRequest request) {
        String path = request.getServletPath();
        return isBelow(path, ApiPaths.ROOT) || isBelow(path, ApiPaths.OPENAPI) || path.equals(ApiPaths.OPENAPI_YAML);
    }

    private static boolean isBelow(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
