package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Message search over REST. */
@ApiTest
class SearchTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;
    private String group;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        group = ana.group("Boda");
        ana.say(group, "la mañana de " + ana.username());
    }

    @Test
    void searchesAllChatsOrOne() {
        for (String path : new String[] {"/search", group + "/search"}) {
            Response found = ana.get(path + "?q=manana+" + ana.username() + "&sort=relevance");
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.text("/hits/0/message/text")).isEqualTo("la mañana de " + ana.username());
            assertThat(found.json().at("/hits/0/marks/0/start").asInt()).isEqualTo(3);
            assertThat(found.json().at("/hits/0/marks/0/end").asInt()).isEqualTo(9);
            assertThat(found.json().at("/next").isNull()).isTrue();
        }
    }

    @Test
    void findsNothingForOutsiders() {
        assertThat(ben.get("/search?q=" + ana.username()).json().at("/hits")).isEmpty();
        assertThat(ben.get(group + "/search?q=" + ana.username()).status()).isEqualTo(404);
    }

    @Test
    void rejectsInvalidQueries() {
        for (String query : new String[] {"", "?q=has:wings", "?q=on:someday", "?q=a&sort=worst", "?q=a&cursor=x"}) {
            assertThat(ana.get("/search" + query).status()).as(query).isEqualTo(422);
        }
        assertThat(ana.get("/search?q=has:wings").body()).contains("wings", "\"q\"");
    }
}
