package app.charla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.AccountService;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People in queries, by username or by the name that others read. */
@ServiceTest
class SearchByNameTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private SearchService search;

    @Autowired
    private SpaceService register;

    private Actor ana;
    private String slug;

    @BeforeEach
    void setUp() {
        ana = spaces.space(people.person("ana").account(), "Pizarra", Joining.ANYONE);
        slug = register.space(ana).slug();
    }

    private AccountId member(String name) {
        AccountId account = people.person("x").account();
        accounts.rename(account, name);
        members.join(account, slug);
        return account;
    }

    private void find(String query) {
        search.search(ana, new SearchRequest(query, null, SearchOrder.NEWEST, null, 10, ZoneOffset.UTC));
    }

    @Test
    void takesTheNameOfOneMember() {
        member("Wenceslao Ruiz");

        find("from:wenceslao");
        find("de:\"Wenceslao Ruiz\"");
    }

    @Test
    void namesTheUsernamesOfSeveral() {
        AccountId one = member("Quirino Sanz");
        AccountId two = member("Quirino Gil");

        assertThatThrownBy(() -> find("de:quirino")).isInstanceOfSatisfying(InvalidException.class, wrong -> {
            assertThat(wrong.code()).isEqualTo("search.people");
            assertThat(wrong.arguments()[1])
                    .asString()
                    .contains("@" + profiles.getById(one).username())
                    .contains("@" + profiles.getById(two).username());
        });
    }

    @Test
    void tellsNothingOfPeopleOutsideTheSpace() {
        accounts.rename(people.person("x").account(), "Zenobia Paz");

        assertThatThrownBy(() -> find("de:zenobia"))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        wrong -> assertThat(wrong.code()).isEqualTo("search.person"));
    }
}
