package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pages of lists: every list takes {@code cursor} and {@code limit} and names the next page. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class PagingTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private String group;
    private long message;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ApiClient ben = apiClients.person("ben");
        ApiClient eva = apiClients.person("eva");
        group = ana.group("First", ben, eva);
        ana.group("Second", ben);
        for (int i = 0; i < 5; i++) {
            long id = ana.say(group, "word " + i).number("/id");
            ana.put(group + "/messages/" + id + "/pin", "");
            ana.put(group + "/messages/" + id + "/saved", "");
            message = id;
        }
        for (int i = 0; i < 3; i++) {
            ana.put(group + "/messages/" + message, Map.of("text", "word again " + i));
            ana.post("/auth/tokens", Map.of("name", "robot " + i));
            ana.post("/auth/login", Map.of("username", ana.username(), "password", ApiClients.PASSWORD));
            ana.post("/spaces/home/invites", Map.of());
            ana.post("/shares", Map.of("chatId", group.substring(group.lastIndexOf('/') + 1), "first", i + 2));
            ana.put("/blocks/" + apiClients.person("pest").username(), "");
        }
        sendPictures();
    }

    /** One message with three attachments, so that a page may end within it. */
    private void sendPictures() {
        List<String> media = IntStream.range(0, 3)
                .mapToObj(i -> ana.send(
                                "POST",
                                "/media?name=note" + i + ".txt",
                                BodyPublishers.ofString("note " + i),
                                "Content-Type",
                                "application/octet-stream")
                        .text("/id"))
                .toList();
        assertThat(ana.post(group, Map.of("text", "", "media", media)).status()).isEqualTo(201);
    }

    private List<String> lists() {
        return List.of(
                "/chats chats",
                "/chats/public chats",
                "/chats/group chats",
                "/chats/saved messages",
                group + " messages",
                group + "/messages messages",
                group + "/members members",
                group + "/pins messages",
                group + "/receipts receipts",
                group + "/media media",
                group + "/search?q=word hits",
                group + "/messages/" + message + "/versions versions",
                "/search?q=word hits",
                "/people?q=a people",
                "/blocks people",
                "/shares shares",
                "/shares/requests shares",
                "/spaces spaces",
                "/spaces/home/members members",
                "/auth/tokens tokens",
                "/auth/sessions sessions",
                "/auth/passkeys passkeys",
                "/auth/log events");
    }

    @Test
    void pagesCoverEachListOnce() {
        for (String list : lists()) {
            String path = list.split(" ")[0];
            String field = list.split(" ")[1];
            List<String> whole = entries(ana.get(with(path, "limit=200")), field);
            List<String> paged = new ArrayList<>();
            List<List<String>> pages = new ArrayList<>();
            String cursor = null;
            do {
                Response page = ana.get(with(path, "limit=2" + (cursor == null ? "" : "&cursor=" + cursor)));
                assertThat(page.status()).as("%s: %s", path, page.body()).isEqualTo(200);
                List<String> found = entries(page, field);
                assertThat(found).as(path).hasSizeLessThanOrEqualTo(2);
                pages.add(found);
                JsonNode next = page.json().at("/next");
                cursor = next.isString() ? next.asString() : null;
            } while (cursor != null && pages.size() < 60);
            boolean olderFirst = list.startsWith(group) && field.equals("messages") && !path.contains("pins");
            (olderFirst ? pages.reversed() : pages).forEach(paged::addAll);
            if (pages.size() < 60) {
                assertThat(paged).as(path).isEqualTo(whole);
            }
            assertThat(new LinkedHashSet<>(paged)).as(path).hasSameSizeAs(paged);
        }
    }

    @Test
    void continuesForwardFromAPlace() {
        Response first = ana.get(group + "/messages?after=1&limit=2");
        Response second = ana.get(group + "/messages?limit=2&cursor=" + first.text("/next"));
        assertThat(first.json().at("/messages/1/seq").asLong()).isEqualTo(3);
        assertThat(second.json().at("/messages/0/seq").asLong()).isEqualTo(4);
    }

    @Test
    void refusesLimitsOutOfRangeAndForeignCursors() {
        for (String list : lists()) {
            String path = list.split(" ")[0];
            for (String limit : List.of("0", "-1", "201", "99999999999")) {
                Response refused = ana.get(with(path, "limit=" + limit));
                assertThat(refused.status()).as("%s %s", path, limit).isEqualTo(422);
                assertThat(refused.text("/errors/0/field")).as(path).isEqualTo("limit");
                assertThat(refused.text("/code")).as(path).isEqualTo("page.limit");
            }
            assertThat(ana.get(with(path, "limit=few")).text("/code")).as(path).isEqualTo("field.type");
            for (String cursor : List.of("x", "%F0%9F%91%8D", "eH4", "LTV-eA")) {
                Response refused = ana.get(with(path, "cursor=" + cursor));
                assertThat(refused.status()).as("%s %s", path, cursor).isEqualTo(422);
                assertThat(refused.text("/errors/0/field")).as(path).isEqualTo("cursor");
            }
        }
    }

    private static String with(String path, String parameters) {
        return path + (path.contains("?") ? "&" : "?") + parameters;
    }

    private static List<String> entries(Response page, String field) {
        var found = new ArrayList<String>();
        page.json().at("/" + field).forEach(entry -> found.add(entry.toString()));
        return found;
    }
}
