package app.charla.ui.oauth;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** HTTP clients for providers: short timeouts, and no redirects followed. */
@Component
class ProviderHttp {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private final ClientHttpRequestFactory requests;

    ProviderHttp() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(TO_ANSWER);
        requests = factory;
    }

    /** Returns a client builder, for the caller to complete. */
    RestClient.Builder client() {
        return RestClient.builder().requestFactory(requests);
    }

    /** Returns the same for the parts of Spring Security that need a {@code RestOperations}. */
    RestTemplate template() {
        return new RestTemplate(requests);
    }
}
