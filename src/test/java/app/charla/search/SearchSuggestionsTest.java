package app.charla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.ProfileDirectory;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SearchSuggestionsTest {

    private static final Locale SPANISH = Locale.of("es");

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private GroupService groups;

    @Autowired
    private SearchSuggestions suggestions;

    private Actor ana;

    @BeforeEach
    void setUp() {
        ana = spaces.space(people.person("ana").account(), "Pizarra", Joining.INVITE);
        groups.create(ana, "Viaje a Málaga", List.of(), null);
        groups.create(ana, "Cocina", List.of(), null);
    }

    private List<String> complete(String typed) {
        return suggestions.complete(ana, typed, Locale.ENGLISH);
    }

    @Test
    void suggestsOperatorsInTheLanguage() {
        assertThat(complete("train be")).containsExactly("train before:");
        assertThat(suggestions.complete(ana, "tren an", SPANISH)).containsExactly("tren antes:");
        assertThat(complete("train -be")).containsExactly("train -before:");
        assertThat(complete("train -from:" + username())).containsExactly("train -from:" + username());
    }

    @Test
    void keepsTheOperatorAsItWasTyped() {
        assertThat(complete("de:" + username())).containsExactly("de:" + username());
    }

    @Test
    void suggestsPeopleWithAndWithoutAtSign() {
        assertThat(complete("hola from:@" + username())).containsExactly("hola from:" + username());
        assertThat(complete("mentions:" + username())).containsExactly("mentions:" + username());
    }

    @Test
    void suggestsChatsIgnoringCaseAndAccents() {
        assertThat(complete("in:viaje")).containsExactly("in:\"Viaje a Málaga\"");
        assertThat(complete("in:COC")).containsExactly("in:Cocina");
    }

    @Test
    void suggestsVisibleChatsOnly() {
        Actor stranger = spaces.space(people.person("eva").account(), "Otra", Joining.INVITE);
        assertThat(suggestions.complete(stranger, "in:viaje", SPANISH)).isEmpty();
        assertThatThrownBy(() -> suggestions.complete(new Actor(ana.space(), stranger.account()), "in:viaje", SPANISH))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void suggestsFilters() {
        assertThat(complete("has:l")).containsExactly("has:link");
        assertThat(suggestions.complete(ana, "tiene:", SPANISH)).contains("tiene:enlace", "tiene:imagen");
    }

    @Test
    void suggestsNothingForWordsAndDates() {
        assertThat(complete("")).isEmpty();
        assertThat(complete("zzz")).isEmpty();
        assertThat(complete("before:2026")).isEmpty();
    }

    private String username() {
        return profiles.getById(ana.account()).username();
    }
}
