package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Forwarded headers of a client that no setting trusts, though its address is a private one. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class ForwardedHeadersTest {

    @Autowired
    private ApiClients apiClients;

    @Test
    void areIgnored(CapturedOutput output) {
        ApiClient ana = apiClients.person("ana");
        ApiClient again = login(ana, "203.0.113.9");

        assertThat(again.get("/auth/sessions").body()).doesNotContain("203.0.113.9");
        assertThat(again.get("/chats", "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        login(ana, "203.0.113.10");
        assertThat(output.getOut().lines().filter(line -> line.contains("set TRUSTED_PROXIES=127.0.0.1")))
                .as("said once")
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "X-Forwarded-Server", "Forwarded"})
    void leadNowhereElse(String header) throws IOException, InterruptedException {
        ApiClient stranger = apiClients.stranger();

        assertThat(stranger.get("/v3/api-docs", header, "attacker.example")
                        .json()
                        .at("/servers")
                        .toString())
                .isEqualTo("[{\"url\":\"/\"}]");
        try (var http = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create(stranger.server() + "/s/home"))
                    .header(header, "attacker.example")
                    .build();
            assertThat(http.send(page, BodyHandlers.discarding()).headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).startsWith("/login?to="));
        }
    }

    static ApiClient login(ApiClient person, String address) {
        Response response = person.post(
                "/auth/login",
                Map.of("username", person.username(), "password", ApiClients.PASSWORD),
                "X-Forwarded-For",
                address);
        assertThat(response.status()).isEqualTo(200);
        return new ApiClient(person.server(), person.username(), person.id(), response.text("/token"));
    }
}
