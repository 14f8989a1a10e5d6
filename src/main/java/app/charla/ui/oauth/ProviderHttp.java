package app.charla.ui.oauth;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How this server speaks to providers: not for long, and to nobody whom they name in a redirect. */
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

    /** A client to which the caller adds what it needs. */
    RestClient.Builder client() {
        return RestClient.builder().requestFactory(requests);
    }

    /** The same, for those parts of Spring Security that ask for the older kind. */
    RestTemplate template() {
        return new RestTemplate(requests);
    }
}
