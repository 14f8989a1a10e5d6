package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The event stream of all spaces of a person. */
@Tag("server")
@ApiTest
@SuppressWarnings("NullAway.Init")
class SpacesStreamTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;
    private String home;
    private String red;
    private String redSlug;
    private String blue;
    private String blueSlug;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        home = ana.group("Home", ben);
        redSlug = space("Red");
        blueSlug = space("Blue");
        red = chat(redSlug);
        blue = chat(blueSlug);
    }

    /** Makes a space of Ana that Ben is in. */
    private String space(String name) {
        String slug =
                ana.post("/spaces", Map.of("name", name + " " + ana.username())).text("/slug");
        await().until(() -> ana.get("/spaces/" + slug).text("/space/state").equals("READY"));
        join(ben, slug);
        return slug;
    }

    private void join(ApiClient person, String slug) {
        String token = ana.post("/spaces/" + slug + "/invites", Map.of()).text("/token");
        assertThat(person.post("/invites/" + token, "").status()).isEqualTo(200);
    }

    private String chat(String slug) {
        return "/spaces/" + slug + "/chats/public/"
                + ben.get("/spaces/" + slug + "/chats/public").text("/chats/0/id");
    }

    private LiveStream open(String parameters, String... headers) {
        LiveStream stream = ben.listenToAll(parameters, headers);
        assertThat(stream.status()).isEqualTo(200);
        await().until(() -> !stream.lastId().isEmpty());
        return stream;
    }

    private static List<String> texts(LiveStream stream) {
        return stream.events("message").stream()
                .map(event -> event.json().at("/text").asString())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static void awaitTexts(LiveStream stream, String... texts) {
        await().untilAsserted(() -> assertThat(texts(stream)).containsExactlyInAnyOrder(texts));
    }

    private String id(String slug) {
        return ben.get("/spaces/" + slug).text("/space/id");
    }

    @Test
    void sendsTheEventsOfAllSpaces() {
        try (LiveStream all = open("")) {
            ana.say(home, "one");
            ana.say(red, "two");
            ana.say(blue, "three");
            ana.post(red + "/typing", "");

            awaitTexts(all, "one", "two", "three");
            await().until(() -> all.events("typing").size() == 1);
            assertThat(all.events("message"))
                    .extracting(event -> event.json().at("/spaceId").asString())
                    .contains(id(redSlug), id(blueSlug), id("home"));
            assertThat(all.events("message")).extracting(LiveStream.Event::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void resumesEachSpaceWhereItStopped() {
        String last;
        try (LiveStream all = open("")) {
            ana.say(red, "seen");
            awaitTexts(all, "seen");
            last = all.lastId();
        }
        ana.say(red, "red missed");
        ana.say(blue, "blue missed");
        try (LiveStream all = open("", "Last-Event-ID", last)) {
            ana.say(home, "live");
            await().untilAsserted(() -> assertThat(texts(all)).contains("red missed", "blue missed", "live"));
            assertThat(texts(all)).doesNotContain("seen");
            assertThat(all.events("resync")).isEmpty();
            last = all.lastId();
        }
        ana.say(blue, "again");
        try (LiveStream all = open("?lastEventId=" + last)) {
            awaitTexts(all, "again");
        }
    }

    @Test
    void reloadsOneSpaceWhosePositionIsUnknown() {
        ByteBuffer cursor = ByteBuffer.allocate(1 + 8 + 2 * 24).put((byte) 1);
        cursor.putLong(Instant.now().plusSeconds(3600).toEpochMilli());
        for (String space : List.of(id(redSlug), UUID.randomUUID().toString())) {
            UUID uuid = UUID.fromString(space);
            cursor.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
            cursor.putLong(Long.MAX_VALUE / 2);
        }
        String last = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
        try (LiveStream all = open("", "Last-Event-ID", last)) {
            ana.say(red, "red");
            ana.say(blue, "blue");
            awaitTexts(all, "red", "blue");
            assertThat(all.events("resync")).hasSize(2);
            assertThat(all.events("resync"))
                    .extracting(event -> event.json().at("/spaceId").asString())
                    .contains(id(redSlug))
                    .doesNotContain(id(blueSlug), id("home"));
        }
    }

    @Test
    void reloadsAllSpacesAfterAForeignCursor() {
        for (String last : List.of("17", "nonsense!", "AQ", "A".repeat(4_000))) {
            try (LiveStream all = open("", "Last-Event-ID", last)) {
                await().untilAsserted(() -> assertThat(all.events("resync"))
                        .extracting(event -> event.json().at("/spaceId").asString())
                        .containsExactlyInAnyOrder(id("home"), id(redSlug), id(blueSlug)));
            }
        }
    }

    @Test
    void followsSpacesThatAreEnteredAndLeft() {
        ApiClient eva = apiClients.person("eva");
        try (LiveStream all = eva.listenToAll("")) {
            await().until(() -> !all.lastId().isEmpty());
            join(eva, redSlug);
            await().until(() -> all.events("resync").size() == 1);
            ana.say(red, "welcome");
            await().untilAsserted(() -> assertThat(texts(all)).contains("welcome"));
            String before = all.lastId();

            eva.delete("/spaces/" + redSlug + "/members/me");
            await().until(() -> all.events("resync").size() == 2);
            ana.say(red, "secret");
            ana.say(ana.homeChat(), "for all");
            await().untilAsserted(() -> assertThat(texts(all)).contains("for all"));
            assertThat(texts(all)).doesNotContain("secret");
            assertThat(all.isClosed()).isFalse();
            try (LiveStream resumed = eva.listenToAll("", "Last-Event-ID", before)) {
                await().until(() -> resumed.events("resync").size() == 1);
                assertThat(texts(resumed)).doesNotContain("secret");
            }
        }
    }

    @Test
    void sendsWhatTheFiltersLetThrough() {
        String chat = red.substring(red.lastIndexOf('/') + 1);
        try (LiveStream one = open("?space=" + redSlug);
                LiveStream some = open("?chat=" + chat + "&type=message");
                LiveStream types = open("?type=typing,presence&presence=me")) {
            ana.say(home, "one");
            ana.say(blue, "two");
            ana.post(red + "/typing", "");
            ana.say(red, "three");

            awaitTexts(one, "three");
            awaitTexts(some, "three");
            await().until(() -> one.events("typing").size() == 1);
            await().until(() -> types.events("typing").size() == 1);
            await().until(() -> !types.events("presence").isEmpty());
            assertThat(some.events()).hasSize(1);
            assertThat(texts(types)).isEmpty();
        }
        assertThat(ben.listenToAll("?type=gossip").status()).isEqualTo(422);
        assertThat(ben.listenToAll("?chat=first").status()).isEqualTo(422);
        assertThat(ben.listenToAll("?space=nowhere").status()).isEqualTo(404);
        assertThat(apiClients.person("eve").listenToAll("?space=" + redSlug).status())
                .isEqualTo(404);
    }

    @Test
    void keepsPlainNumbersInTheStreamOfOneSpace() {
        try (LiveStream one = ben.listen("X-Space", redSlug)) {
            await().until(() -> !one.lastId().isEmpty());
            ana.say(red, "one");
            awaitTexts(one, "one");
            assertThat(one.lastId()).matches("[0-9]+");
        }
    }
}
