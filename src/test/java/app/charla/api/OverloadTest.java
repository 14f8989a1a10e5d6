package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.BusyHashing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Every request that needs a password hash is answered with 503 when no hashing thread gets free in time. */
@ApiTest
@Import(BusyHashing.class)
@TestPropertySource(properties = "charla.account.hash-wait=50ms")
@SuppressWarnings("NullAway.Init")
class OverloadTest {

    private static final String NEW_PASSWORD = "violet-canyon-77";

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private BusyHashing hashing;

    @Test
    void answers503WhileAllHashingThreadsAreBusy() throws InterruptedException {
        ApiClient ana = apiClients.person("ana");
        ApiClient stranger = apiClients.stranger();
        var credentials = Map.of("username", ana.username(), "password", ApiClients.PASSWORD);

        hashing.during(() -> {
            assertOverloaded(stranger.post("/auth/login", credentials));
            assertOverloaded(stranger.post("/auth/login", Map.of("username", "nobody", "password", "x")));
            assertOverloaded(stranger.post("/auth/login", Map.of("username", "a@example.org", "password", "x")));
            assertOverloaded(stranger.post(
                    "/auth/register", Map.of("username", "bea-" + ana.username(), "password", NEW_PASSWORD)));
            assertOverloaded(ana.post("/auth/proof", Map.of("password", ApiClients.PASSWORD)));
            assertOverloaded(
                    ana.put("/auth/password", Map.of("current", ApiClients.PASSWORD, "password", NEW_PASSWORD)));
        });

        assertThat(stranger.post("/auth/login", credentials).status())
                .as("nothing was changed, and nothing counted")
                .isEqualTo(200);
    }

    private static void assertOverloaded(Response answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(answer.json().get("code").asString()).isEqualTo("overloaded");
        assertThat(answer.json().get("detail").asString()).matches(".*\\d s\\.");
    }
}
