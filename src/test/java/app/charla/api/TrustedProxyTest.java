package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Forwarded headers of a trusted proxy. */
@ApiTest
@TestPropertySource(properties = "charla.trusted-proxies=127.0.0.0/8, ::1")
class TrustedProxyTest {

    @Autowired
    private ApiClients apiClients;

    @Test
    void nameTheClientAndItsScheme() {
        ApiClient ana = apiClients.person("ana");

        ApiClient again = ForwardedHeadersTest.login(ana, "203.0.113.9");

        assertThat(again.get("/auth/sessions").body()).contains("203.0.113.9");
        assertThat(again.get("/chats", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void nameTheAddressThatTheProxySawNotWhatTheClientSent() {
        ApiClient again = ForwardedHeadersTest.login(apiClients.person("ben"), "198.51.100.1, 203.0.113.7");

        assertThat(again.get("/auth/sessions").body()).contains("203.0.113.7").doesNotContain("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "<script>alert(1)</script>", "999.1.1.1", "203.0.113.9:1234:5", "_hidden"})
    void areRefusedWithoutAnAddress(String address) {
        Response response = apiClients
                .stranger()
                .post("/auth/login", Map.of("username", "x", "password", "y"), "X-Forwarded-For", address);

        assertThat(response.status()).isEqualTo(400);
    }
}
