package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code me} in place of the caller's username or identifier, in paths, parameters and bodies. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class OwnNameTest {

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
    void namesTheCallerInPaths() {
        String group = ana.group("G", ben);
        assertThat(ana.get("/people/me/profile").text("/person/username")).isEqualTo(ana.username());
        assertThat(ana.put("/blocks/me", "").status()).isEqualTo(422);
        ana.put(group + "/members/" + ben.username(), Map.of("role", "OWNER"));
        assertThat(ana.put(group + "/members/me", Map.of("role", "ADMIN")).status())
                .isEqualTo(200);
        assertThat(ana.get(group).text("/role")).isEqualTo("ADMIN");
        assertThat(ana.delete(group + "/members/me").status()).isEqualTo(204);
        assertThat(ana.get(group).status()).isEqualTo(404);
    }

    @Test
    void namesTheCallerInParameters() {
        assertThat(ana.get("/presence?people=me").text("/presences/0/accountId"))
                .isEqualTo(ana.id());
    }

    @Test
    void namesTheCallerInBodies() {
        Response notebook = ana.post("/chats/private", Map.of("username", "me"));
        assertThat(notebook.text("/with/username")).isEqualTo(ana.username());
        assertThat(ana.post("/chats/private", Map.of("accountId", "me")).text("/id"))
                .isEqualTo(notebook.text("/id"));
        Response group = ana.post("/chats/group", Map.of("name", "G", "members", List.of("me", ben.id())));
        assertThat(group.json().at("/memberCount").asInt()).isEqualTo(2);
        Response added =
                ana.post("/chats/group/" + group.text("/id") + "/members", Map.of("members", List.of("me", ben.id())));
        assertThat(added.json().at("/members")).hasSize(2);
    }

    @Test
    void refusesAccountsThatDoNotExist() {
        String nobody = "01234567-89ab-7def-8123-456789abcdef";
        Response refused = ana.post("/chats/group", Map.of("name", "G", "members", List.of(nobody)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("members");
        assertThat(ana.post("/chats/private", Map.of("accountId", nobody)).status())
                .isEqualTo(404);
        assertThat(ana.post("/chats/private", Map.of("username", "nobody-here")).status())
                .isEqualTo(422);
        assertThat(ana.get("/people/nobody-here/profile").status()).isEqualTo(404);
    }
}
