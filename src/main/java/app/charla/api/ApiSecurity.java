package app.charla.api;

import app.charla.account.SessionService;
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
 * Who may come in by this door: whoever carries a token. There is no cookie, no session and so no forgery to guard
 * against, which leaves one filter; everything the usual chain adds would be paid for by each message.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurityFilterChain(
            SessionService sessions,
            ProblemWriter problems,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return new DefaultSecurityFilterChain(
                ApiSecurity::covers, new SpaceAddresses(), new BearerFilter(sessions, problems, failures));
    }

    /** Nobody reads measurements of the filters, and taking them costs more than the filters do. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Whether an address belongs to this door. Asked for every request of every door. */
    static boolean covers(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith(ApiPaths.ROOT) || path.startsWith(ApiPaths.OPENAPI);
    }
}
