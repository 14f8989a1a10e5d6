package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Blocking over REST. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class BlocksTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
    }

    @Test
    void blocksAndUnblocks() {
        String chat = "/chats/private/"
                + ana.post("/chats/private", Map.of("username", ben.username())).text("/id");
        assertThat(ana.put("/blocks/" + ben.username(), "{}").status()).isEqualTo(204);
        assertThat(ana.get("/blocks").text("/people/0/username")).isEqualTo(ben.username());
        assertThat(ben.get("/blocks").json().at("/people").isEmpty()).isTrue();

        Response refused = ben.post(chat, Map.of("text", "hi", "clientId", "c1"));
        Response refusedToo = ana.post(chat, Map.of("text", "hi", "clientId", "c1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).isEqualTo(refusedToo.text("/detail"));
        assertThat(refusedToo.status()).isEqualTo(403);
        assertThat(ben.get("/presence?people=" + ana.username()).text("/presences/0/availability"))
                .isEqualTo("OFFLINE");

        assertThat(ana.delete("/blocks/" + ben.username()).status()).isEqualTo(204);
        assertThat(ben.post(chat, Map.of("text", "hi", "clientId", "c1")).status())
                .isEqualTo(201);
    }

    @Test
    void rejectsUnknownUsersAndOneself() {
        assertThat(ana.put("/blocks/nobody-is-called-so", "{}").status()).isEqualTo(404);
        assertThat(ana.put("/blocks/" + ana.username(), "{}").status()).isEqualTo(422);
    }
}
