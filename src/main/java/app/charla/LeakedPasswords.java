package app.charla;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.web.authentication.password.HaveIBeenPwnedRestApiPasswordChecker;
import org.springframework.web.client.RestClient;

/**
 * Check for breached passwords by a k-anonymity range API, if configured. A service that does not answer in time lets
 * the password pass.
 */
@Configuration(proxyBeanMethods = false)
class LeakedPasswords {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnProperty(name = "charla.account.leaked-passwords", havingValue = "on")
    CompromisedPasswordChecker isLeaked(@Value("${charla.account.leaked-passwords-url}") String url) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        var checker = new HaveIBeenPwnedRestApiPasswordChecker();
        checker.setRestClient(
                RestClient.builder().baseUrl(url).requestFactory(requests).build());
        return checker;
    }
}
