package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SpaceCreationTest {

    @Autowired
    private People people;

    @Autowired
    private SpaceCreation creation;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceSettingsService settings;

    @Autowired
    private ChatService chats;

    private AccountId ana;
    private AccountId bruno;

    @BeforeEach
    void setUp() {
        ana = people.person("ana").account();
        bruno = people.person("bruno").account();
    }

    private static SpaceRequest request(String name, String... chats) {
        var settings = new SpaceSettings(" ¡Hola! ", Language.ES, Joining.INVITE, 30, false);
        return new SpaceRequest(name, "#1F9D61", settings, List.of(chats));
    }

    private Space create(String name, String... chats) {
        Space space = creation.request(ana, request(name, chats), null).space();
        return awaitReady(space);
    }

    private Space awaitReady(Space space) {
        await().until(() -> spaces.space(ana, space.slug()).isReady());
        return spaces.space(ana, space.slug());
    }

    @Test
    void createsSpaceWithRequestedSettingsAndChats() {
        Space space = create("Peña  Ciclista", "Salidas", "Taller");
        assertThat(space.slug()).startsWith("pena-ciclista");
        assertThat(space.name()).isEqualTo("Peña Ciclista");
        assertThat(space.color()).isEqualTo("#1f9d61");

        Actor owner = spaces.enter(ana, space.slug());
        assertThat(spaces.role(owner)).isEqualTo(SpaceRole.OWNER);
        assertThat(settings.settings(owner))
                .isEqualTo(new SpaceSettings("¡Hola!", Language.ES, Joining.INVITE, 30, false));
        assertThat(chats.publicChats(owner))
                .allMatch(chat -> chat.has(ana))
                .extracting(Chat::name)
                .containsExactly("Salidas", "Taller");
        assertThat(spaces.spaces(ana)).contains(space);
        assertThat(spaces.spaces(bruno)).doesNotContain(space);
    }

    @Test
    void returnsSameSpaceForRepeatedRequestKey() {
        SpaceCreation.Requested first = creation.request(ana, request("Coro"), "key");
        SpaceCreation.Requested again = creation.request(ana, request("Coro"), "key");
        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.space().id()).isEqualTo(first.space().id());
        assertThat(creation.request(bruno, request("Coro"), "key").created()).isTrue();
    }

    @Test
    void hidesSpaceFromNonMembers() {
        Space space = create("Junta");
        assertThatThrownBy(() -> spaces.enter(bruno, space.slug())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> spaces.space(bruno, space.slug())).isInstanceOf(NotFoundException.class);
        var stranger = new Actor(space.id(), bruno);
        assertThatThrownBy(() -> chats.publicChats(stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> settings.settings(stranger)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void marksNamesThatLookAlike() {
        Space first = create("Banco Oficial");
        Space second = create("Вanco Оficial"); // the first letters are Cyrillic
        assertThat(first.lookAlike()).isFalse();
        assertThat(second.lookAlike()).isTrue();
        assertThat(second.slug()).isNotEqualTo(first.slug());
    }

    @Test
    void avoidsReservedSlugs() {
        assertThat(create("Settings").slug()).startsWith("settings-");
        assertThat(create("Привет").slug()).startsWith("privet");
        assertThat(create("👩‍🚀🚀").slug()).startsWith("space");
    }

    @Test
    void rejectsInvisibleAndBidirectionalNames() {
        for (String name : List.of("a", " ", "x".repeat(61), "abc\u202Edef", "ab\u200Bcd", "ab\ncd", "\u3164\u3164")) {
            assertThatThrownBy(() -> request(name)).as(name).isInstanceOf(InvalidException.class);
        }
        assertThat(request("Cafe\u0301").name()).isEqualTo("Café");
    }
}
