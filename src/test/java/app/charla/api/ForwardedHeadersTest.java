package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Forwarded headers of a client that is not a trusted proxy. */
@ApiTest
@TestPropertySource(properties = "server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1")
class ForwardedHeadersTest {

    @Autowired
    private ApiClients apiClients;

    @Test
    void areIgnoredFromUntrustedAddresses() {
        Response response = apiClients.stranger().get("/chats", "X-Forwarded-Proto", "https");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
