package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Rate limits as a client sees them: in the headers of each answer, and of the one that is refused. */
@Tag("application")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "charla.storage.data-dir=target/test-data/${random.uuid}",
            "charla.message.sends-per-second=1",
            "charla.message.send-burst=3"
        })
@Import(ApiClients.class)
@SuppressWarnings("NullAway.Init")
class RateLimitHeadersTest {

    @Autowired
    private ApiClients apiClients;

    @Test
    void tellsWhatIsLeftAndWhenToRetry() {
        ApiClient ana = apiClients.person("ana");
        String chat = ana.group("G");
        assertThat(ana.get(chat).headers().map()).doesNotContainKey("ratelimit");

        Response first = ana.say(chat, "one");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=3");
        assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=2;t=1");
        Response refused = first;
        for (int i = 0; i < 100 && refused.status() != 429; i++) {
            refused = ana.say(chat, "more");
        }
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=3");
        assertThat(refused.header("RateLimit")).isEqualTo("\"default\";r=0;t=1");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void tellsWhatIsLeftOfEveryLimitThatThePersonKnows() {
        ApiClient ana = apiClients.person("ana");
        String chat = ana.group("G");
        assertThat(ana.post("/chats/gruop", Map.of("name", "H")).header("RateLimit-Policy"))
                .endsWith(";w=3600");
        assertThat(ana.put(chat + "/draft", Map.of("text", "hola")).header("RateLimit"))
                .contains(";r=");
        assertThat(ana.post(chat + "/typing", "").header("RateLimit")).contains(";r=");
        assertThat(ana.get("/people?q=ana").header("RateLimit")).contains(";r=");
    }

    @Test
    void doesNotTellWhetherAnAccountExists() {
        String username = apiClients.person("ana").username();
        for (String name : new String[] {username, "nobody-here"}) {
            Response failed =
                    apiClients.stranger().post("/auth/login", Map.of("username", name, "password", "not that one"));
            assertThat(failed.status()).isEqualTo(401);
            assertThat(failed.headers().map()).doesNotContainKey("ratelimit");
        }
    }
}
