package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.notification.PushService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ApiTest
@TestPropertySource(properties = "charla.push.allow-loopback=true")
class PushResourceTest {

    @Autowired
    private ApiClients apiClients;

    private final PushService service = new PushService();
    private ApiClient ana;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Map<String, Object> subscription() {
        return Map.of(
                "endpoint", service.endpoint(), "keys", Map.of("p256dh", service.p256dh(), "auth", service.auth()));
    }

    @Test
    void pushesToAProgramThatSubscribed() {
        assertThat(ana.get("/push/key").text("/key")).hasSize(87);
        Response made = ana.post("/push/subscriptions", subscription());
        assertThat(made.status()).isEqualTo(201);
        assertThat(ana.post("/push/subscriptions", subscription()).text("/id"))
                .as("the same again")
                .isEqualTo(made.text("/id"));
        assertThat(ana.get("/push/subscriptions").json().at("/subscriptions"))
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.at("/current").asBoolean()).isTrue();
                    assertThat(only.at("/service").asString()).isEqualTo("localhost");
                    assertThat(only.toString()).doesNotContain("device").doesNotContain(service.auth());
                });

        ApiClient bruno = apiClients.person("bruno");
        String group = bruno.group("Holidays", ana);
        bruno.say(group, "who comes along?");
        await().atMost(Duration.ofSeconds(40)).until(() -> !service.arrived().isEmpty());
        assertThat(service.arrived().getFirst().text()).contains("who comes along?");

        assertThat(bruno.delete("/push/subscriptions/" + made.text("/id")).status())
                .isEqualTo(404);
        assertThat(ana.delete("/push/subscriptions/" + made.text("/id")).status())
                .isEqualTo(204);
        assertThat(ana.get("/push/subscriptions").json().at("/subscriptions")).isEmpty();
    }

    @Test
    void explainsWhatIsWrong() {
        Response inside = ana.post(
                "/push/subscriptions",
                Map.of(
                        "endpoint",
                        "https://192.168.0.1/x",
                        "keys",
                        Map.of("p256dh", service.p256dh(), "auth", service.auth())));
        assertThat(inside.status()).isEqualTo(422);
        assertThat(inside.text("/code")).isEqualTo("push.endpoint");
        assertThat(ana.delete("/push/subscriptions/x").status()).isEqualTo(404);
    }

    @Test
    void keepsNotificationSettings() {
        assertThat(ana.get("/push/settings").text("/privacy")).isEqualTo("ALL");
        var changed = Map.of(
                "privacy",
                "SENDER",
                "quietHours",
                Map.of("days", List.of("MONDAY", "SUNDAY"), "from", "22:30", "to", "07:00"));
        assertThat(ana.put("/push/settings", changed).status()).isEqualTo(200);
        Response stored = ana.get("/push/settings");
        assertThat(stored.text("/privacy")).isEqualTo("SENDER");
        assertThat(stored.text("/quietHours/from")).isEqualTo("22:30");
        assertThat(stored.json().at("/quietHours/days")).hasSize(2);

        var never = Map.of("privacy", "ALL", "quietHours", Map.of("days", List.of(), "from", "22:00", "to", "22:00"));
        assertThat(ana.put("/push/settings", never).text("/code")).isEqualTo("quiet.times");
    }
}
