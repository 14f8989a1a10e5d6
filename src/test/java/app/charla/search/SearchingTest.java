package app.charla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.PinService;
import app.charla.message.ReactionService;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import app.charla.storage.FollowerSteps;
import app.charla.storage.SpaceStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(FollowerSteps.class)
class SearchingTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private SpaceService register;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private PinService pins;

    @Autowired
    private SearchService search;

    @Autowired
    private SearchIndex index;

    @Autowired
    private FollowerSteps steps;

    @Autowired
    private SpaceStore store;

    @PersistenceContext(unitName = "space")
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    private Actor ana;
    private Chat group;

    @BeforeEach
    void setUp() {
        ana = spaces.space(people.person("ana").account(), "Pizarra", Joining.INVITE);
        group = groups.create(ana, "Viaje a Málaga", List.of(), null).chat();
    }

    private Message say(String text) {
        return say(group.id(), text);
    }

    private Message say(ChatId chat, String text) {
        return messages.send(ana, chat, new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private void updateIndex() {
        while (steps.step(index, ana.space())) {
            // until the index is up to date
        }
    }

    private List<String> find(String text) {
        return find(ana, text, null);
    }

    private List<String> find(Actor actor, String text, @Nullable ChatId chat) {
        return texts(search.search(actor, new SearchRequest(text, chat, SearchOrder.NEWEST, null, 50, ZoneOffset.UTC)));
    }

    private static List<String> texts(SearchResults results) {
        return results.hits().stream().map(hit -> hit.message().text()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mañana                 | Nos vemos mañana en la estación
            MANANA                 | Nos vemos mañana en la estación
            staci                  | Nos vemos mañana en la estación
            "mañana en"            | Nos vemos mañana en la estación
            vemos -playa           | Nos vemos mañana en la estación
            naïve                  | A naive café owner
            cafe                   | A naive café owner
            "é o"                  | A naive café owner
            https://example.org/a  | mira https://example.org/a/b?c=d#e
            example.org            | mira https://example.org/a/b?c=d#e
            b?c=d#                 | mira https://example.org/a/b?c=d#e
            has:link               | mira https://example.org/a/b?c=d#e
            tiene:enlace mira      | mira https://example.org/a/b?c=d#e
            今日                     | 今日は天気がいいですね
            天気がいい                  | 今日は天気がいいですね
            は                      | 今日は天気がいいですね
            你好                     | 你好，世界
            🎉                      | fiesta 🎉🎉 hoy
            100%                   | al 100% o_o
            o_o                    | al 100% o_o
            in:"viaje a malaga" OWNER | A naive café owner
            """)
    void findsBeforeAndAfterIndexing(String query, String expected) {
        for (String text : List.of(
                "Nos vemos mañana en la estación",
                "A naive café owner",
                "mira https://example.org/a/b?c=d#e",
                "今日は天気がいいですね",
                "你好，世界",
                "fiesta 🎉🎉 hoy",
                "al 100% o_o",
                "nada que ver aqui")) {
            say(text);
        }
        assertThat(find(query)).containsExactly(expected);
        updateIndex();
        assertThat(find(query)).containsExactly(expected);
        assertThat(find(ana, query, group.id())).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            strasse                | Die Straße in Łódź
            STRASSE                | Die Straße in Łódź
            lodz                   | Die Straße in Łódź
            smorrebrod             | Smørrebrød à l’œuvre
            oeuvre                 | Smørrebrød à l’œuvre
            l'œuvre                | Smørrebrød à l’œuvre
            “brød à l’œuvre”       | Smørrebrød à l’œuvre
            fullwidth              | ＦｕｌｌＷｉｄｔｈ
            ＦＵＬＬ               | ＦｕｌｌＷｉｄｔｈ
            ガギグ                 | か が カ\u3099キ\u3099ク\u3099
            한글날                 | \u1112\u1161\u11AB\u1100\u1173\u11AF\u1102\u1161\u11AF
            software               | so\u00ADft\u200Bware
            ที่นี่                   | เจอกันที่นี่นะ
            किताब                  | मेरी किताब
            istanbul               | İSTANBUL
            """)
    void findsOtherSpellingsBeforeAndAfterIndexing(String query, String expected) {
        for (String text : List.of(
                "Die Straße in Łódź",
                "Smørrebrød à l’œuvre",
                "ＦｕｌｌＷｉｄｔｈ",
                "か が カ\u3099キ\u3099ク\u3099",
                "\u1112\u1161\u11ab\u1100\u1173\u11af\u1102\u1161\u11af",
                "so\u00ADft\u200Bware",
                "เจอกันที่นี่นะ",
                "เจอกันทนน",
                "मेरी किताब",
                "कतब",
                "İSTANBUL")) {
            say(text);
        }
        assertThat(find(query)).containsExactly(expected);
        updateIndex();
        assertThat(find(query)).containsExactly(expected);
    }

    @Test
    void negatesEveryOperator() {
        ana = spaces.space(people.person("ana").account(), "Abierta", Joining.ANYONE);
        group = groups.create(ana, "Viaje", List.of(), null).chat();
        Actor bruno = members.join(
                people.person("bruno").account(), register.space(ana).slug());
        String name = profiles.getById(bruno.account()).username();
        groups.add(ana, group.id(), List.of(bruno.account()));
        Chat other = groups.create(ana, "Otra", List.of(), null).chat();
        Message plain = say("casa uno");
        Message linked = say("casa dos https://example.org");
        Message mentioned = say("casa tres @" + name);
        say(other.id(), "casa cuatro");
        messages.send(bruno, group.id(), new MessageDraft("b1", "casa cinco"));
        reactions.react(ana, group.id(), plain.id(), "👍");
        pins.pin(ana, group.id(), plain.id());
        String day = plain.sentAt().toString().substring(0, 10);
        for (int round = 0; round < 2; round++) {
            assertThat(find("casa -from:" + name)).hasSize(4).doesNotContain("casa cinco");
            assertThat(find("casa -de:me")).containsExactly("casa cinco");
            assertThat(find("casa -in:Otra")).hasSize(4).doesNotContain("casa cuatro");
            assertThat(find("casa -in:Otra -from:me")).containsExactly("casa cinco");
            assertThat(find("casa -has:link")).hasSize(4).doesNotContain(linked.text());
            assertThat(find("casa -tiene:reacción")).hasSize(4).doesNotContain(plain.text());
            assertThat(find("casa -is:pinned")).hasSize(4).doesNotContain(plain.text());
            assertThat(find("casa -mentions:" + name)).hasSize(4).doesNotContain(mentioned.text());
            assertThat(find("casa -on:" + day)).isEmpty();
            assertThat(find("casa -after:" + day)).hasSize(5);
            assertThat(find("casa -before:" + day)).hasSize(5);
            assertThat(find("casa -before:2999-01-01")).isEmpty();
            assertThat(find("-has:link -from:" + name)).contains("casa uno").doesNotContain("casa cinco");
            updateIndex();
        }
        assertThatThrownBy(() -> find("-from:nobody-at-all")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> find("-has:wings")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> find("-on:tomorrow")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> find("-from:")).isInstanceOf(InvalidException.class);
    }

    @Test
    void hitsCarryTheMessageAsItIs() {
        Message quoted = say("casa vieja");
        Message sent = messages.send(
                        ana,
                        group.id(),
                        new MessageDraft(
                                "r1",
                                "casa nueva @" + profiles.getById(ana.account()).username(),
                                quoted.id()))
                .message();
        reactions.react(ana, group.id(), sent.id(), "👍");
        pins.pin(ana, group.id(), sent.id());
        Message present = history.message(ana, group.id(), sent.id());
        assertThat(present.pinned()).isTrue();
        assertThat(present.reactions()).hasSize(1);
        assertThat(present.quote()).isNotNull();
        for (SearchOrder order : SearchOrder.values()) {
            SearchResults found = search.search(ana, new SearchRequest("nueva", null, order, null, 10, ZoneOffset.UTC));
            assertThat(found.hits()).extracting(SearchHit::message).containsExactly(present);
        }
    }

    @Test
    void rebuildsAnIndexOfAnEarlierFormInSteps() {
        for (int i = 0; i < 300; i++) {
            say("Straße " + i);
        }
        updateIndex();
        long indexed = index.position(ana.space());
        store.<Integer>write(ana.space(), transaction -> {
            entities.createNativeQuery("insert into search_text (search_text) values ('delete-all')")
                    .executeUpdate();
            entities.createNativeQuery("insert into search_text (rowid, words) select id, 'stra e' from message")
                    .executeUpdate();
            return entities.createNativeQuery("update search_state set form = 0")
                    .executeUpdate();
        });
        assertThat(index.position(ana.space())).as("nothing of it is used").isZero();
        assertThat(find("strasse")).hasSize(50);
        steps.step(index, ana.space());
        steps.step(index, ana.space());
        assertThat(index.position(ana.space())).as("in the middle").isBetween(1L, indexed - 1);
        assertThat(find("strasse")).hasSize(50);
        assertThat(find("\"strasse 7\"")).hasSize(11);
        updateIndex();
        assertThat(index.position(ana.space())).isEqualTo(indexed);
        assertThat(find("\"strasse 7\"")).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "' OR 1=1 --",
                "a\" OR \"b",
                "NEAR(a b)",
                "words:secreto*",
                "*",
                "^sec",
                "( AND",
                "\\",
                "%",
                "___",
                "abc\0def",
                "-",
                "\"\"\"",
                "{x}:y",
                ":reader",
                "?1"
            })
    void treatsSpecialCharactersAsText(String query) {
        say("un secreto");
        updateIndex();
        try {
            assertThat(find(query)).isEmpty();
        } catch (InvalidException nothingToLookFor) {
            assertThat(nothingToLookFor.field()).isEqualTo("q");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "from:",
                "has:wings",
                "before:tomorrow",
                "on:2026-13-01",
                "from:nobody-at-all",
                "in:Nirgendwo"
            })
    void rejectsInvalidQueries(String query) {
        assertThatThrownBy(() -> find(query))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("q"));
    }

    @Test
    void findsByPersonTimeAndMention() {
        String name = profiles.getById(ana.account()).username();
        say("hola @" + name + " aqui");
        say("hola @" + name + "x aqui");
        String day = history.latest(ana, group.id(), 1)
                .messages()
                .getFirst()
                .sentAt()
                .toString()
                .substring(0, 10);
        updateIndex();
        assertThat(find("mentions:me")).containsExactly("hola @" + name + " aqui");
        assertThat(find("de:@" + name + " hola")).hasSize(2);
        assertThat(find("from:yo on:" + day)).hasSize(2);
        assertThat(find("hola before:" + day)).isEmpty();
        assertThat(find("hola after:" + day)).isEmpty();
        assertThat(find("hola after:2020-01-01")).hasSize(2);
    }

    @Test
    void findsReadableMessagesOnly() {
        Actor bruno = people.person("bruno");
        Actor home = new Actor(bruno.space(), people.person("cora").account());
        Chat shared =
                groups.create(home, "Secreto", List.of(bruno.account()), null).chat();
        messages.send(home, shared.id(), new MessageDraft("c1", "la contraseña es xyzzy"));
        Chat own = groups.create(home, "Mío", List.of(), null).chat();
        messages.send(home, own.id(), new MessageDraft("c2", "otra xyzzy"));
        while (steps.step(index, home.space())) {
            // until the index is up to date
        }

        assertThat(find(home, "xyzzy", null)).hasSize(2);
        assertThat(find(bruno, "xyzzy", null)).containsExactly("la contraseña es xyzzy");
        assertThatThrownBy(() -> find(bruno, "xyzzy", own.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find(bruno, "xyzzy in:Mío", null)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> find(new Actor(ana.space(), bruno.account()), "hola", null))
                .isInstanceOf(NotFoundException.class);
        assertThat(find("xyzzy")).isEmpty();

        groups.remove(home, shared.id(), bruno.account());
        assertThat(find(bruno, "xyzzy", null)).isEmpty();
        assertThatThrownBy(() -> find(bruno, "xyzzy", shared.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void findsEditedTextAndNoDeletedMessages() {
        Message first = say("primera versión");
        Message second = say("segunda versión");
        updateIndex();
        messages.edit(ana, group.id(), first.id(), "otra cosa", 0);
        messages.delete(ana, group.id(), second.id());
        assertThat(find("version")).as("at once").isEmpty();
        updateIndex();
        assertThat(find("version")).isEmpty();
        assertThat(find("otra cosa")).containsExactly("otra cosa");
    }

    @Test
    void rebuildsTheIndexWhenTheJournalIsTooShort() {
        for (int i = 0; i < 300; i++) {
            say("línea " + i);
        }
        store.<Integer>write(
                ana.space(),
                transaction -> entities.createNativeQuery(
                                "delete from journal where position < (select max(position) - 5 from journal)")
                        .executeUpdate());
        say("después");
        updateIndex();
        assertThat(index.position(ana.space())).isGreaterThan(300);
        assertThat(find("\"línea 7\"")).contains("línea 7").hasSize(11);
        assertThat(find("después")).hasSize(1);
    }

    @Test
    void pagesWithCursors() {
        for (int i = 0; i < 25; i++) {
            say("casa " + i);
        }
        updateIndex();
        for (SearchOrder order : SearchOrder.values()) {
            var all = new ArrayList<String>();
            String cursor = null;
            do {
                SearchResults page =
                        search.search(ana, new SearchRequest("casa", null, order, cursor, 10, ZoneOffset.UTC));
                all.addAll(texts(page));
                cursor = page.next();
            } while (cursor != null);
            assertThat(all).hasSize(25).doesNotHaveDuplicates().startsWith("casa 24");
        }
        assertThatThrownBy(() -> search.search(
                        ana, new SearchRequest("casa", null, SearchOrder.NEWEST, "x", 10, ZoneOffset.UTC)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void ranksWholeWordsFirst() {
        say("la casa");
        say("el casamiento");
        say("ocasarse");
        SearchResults results =
                search.search(ana, new SearchRequest("casa", null, SearchOrder.RELEVANCE, null, 10, ZoneOffset.UTC));
        assertThat(texts(results)).containsExactly("la casa", "el casamiento", "ocasarse");
    }

    @Test
    void highlightsMatchesInTheExcerpt() {
        say("x".repeat(500) + " aquí está la Canción y la cancion " + "y".repeat(500));
        SearchHit hit = search.search(
                        ana, new SearchRequest("cancion", null, SearchOrder.NEWEST, null, 1, ZoneOffset.UTC))
                .hits()
                .getFirst();
        assertThat(hit.marks().stream().map(mark -> hit.excerpt().substring(mark.start(), mark.end())))
                .containsExactly("Canción", "cancion");
        assertThat(hit.excerpt()).startsWith("…").endsWith("…").hasSizeLessThan(200);
    }
}
