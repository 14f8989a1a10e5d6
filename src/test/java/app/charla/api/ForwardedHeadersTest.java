package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The caller comes from an address that is none of the proxies'. */
@ApiTest
@TestPropertySource(properties = "server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1")
class ForwardedHeadersTest {

    @Autowired
    private ApiClients apiClients;

    @Test
    void areNotBelievedOfAStranger() {
        Response response = apiClients.stranger().get("/chats", "X-Forwarded-Proto", "https");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
