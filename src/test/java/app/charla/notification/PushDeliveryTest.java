package app.charla.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.BlockList;
import app.charla.account.IssuedToken;
import app.charla.account.Session.Kind;
import app.charla.account.SessionService;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.chat.ReadMarkers;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.notification.NotificationSettings.Privacy;
import app.charla.notification.PushService.Push;
import app.charla.notification.PushSubscription.Failure;
import app.charla.presence.OwnPresence;
import app.charla.presence.PresenceChoice;
import app.charla.presence.PresenceService;
import app.charla.storage.Journal;
import app.charla.storage.SpaceStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a message to the device: against a push service that decrypts. */
@ServiceTest
@TestPropertySource(properties = "charla.push.allow-loopback=true")
class PushDeliveryTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private BlockList blocks;

    @Autowired
    private PresenceService presence;

    @Autowired
    private SessionService sessions;

    @Autowired
    private PushSubscriptions subscriptions;

    @Autowired
    private PushRegister register;

    @Autowired
    private SpaceStore store;

    @Autowired
    private Journal journal;

    @PersistenceContext(unitName = "space")
    private EntityManager entities;

    @Autowired
    private PushSender sender;

    @Autowired
    private NotificationSettingsService settings;

    @Autowired
    private QuietSummary summary;

    @Autowired
    private javax.sql.DataSource directory;

    private final PushService service = new PushService();
    private Actor ana;
    private Actor bruno;
    private IssuedToken device;
    private Chat chat;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        device = sessions.open(bruno.account(), Kind.TOKEN, "phone", "");
        subscribe(service);
        chat = chats.openPrivate(ana, bruno.account()).chat();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private PushSubscription subscribe(PushService to) {
        return subscriptions.subscribe(bruno.account(), device.session().id(), to.endpoint(), to.p256dh(), to.auth());
    }

    private Message say(Chat where, String text) {
        return messages.send(ana, where.id(), new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private static void eventually(BooleanSupplier state) {
        await().atMost(Duration.ofSeconds(40)).until(state::getAsBoolean);
    }

    /** Waits until everything up to now was dealt with: a message that bruno is told of comes after all others. */
    private List<Push> afterOneMore() {
        Actor cora = people.person("cora");
        Chat last = groups.create(cora, "Last", List.of(bruno.account()), null).chat();
        messages.send(cora, last.id(), new MessageDraft(UUID.randomUUID().toString(), "the last"));
        eventually(() -> service.arrived().stream().anyMatch(push -> push.text().contains("the last")));
        return service.arrived().stream()
                .filter(push -> !push.text().contains("the last"))
                .toList();
    }

    private static JsonNode notification(Push push) {
        JsonNode message = JSON.readTree(push.text());
        assertThat(message.at("/web_push").asInt()).isEqualTo(8030);
        return message.at("/notification");
    }

    @Test
    void pushesAPrivateMessageEncryptedToTheDevice() {
        Message sent = say(chat, "¿Mañana a las ocho?");
        eventually(() -> !service.arrived().isEmpty());
        Push push = service.arrived().getFirst();
        assertThat(notification(push).at("/title").asString()).startsWith("ana");
        assertThat(notification(push).at("/body").asString()).isEqualTo("¿Mañana a las ocho?");
        assertThat(notification(push).at("/navigate").asString())
                .endsWith("/c/" + chat.id() + "?m=" + sent.seq())
                .startsWith("/s/");
        assertThat(push.headers())
                .containsEntry("Urgency", "high")
                .containsEntry("Content-encoding", "aes128gcm")
                .hasEntrySatisfying("Topic", topic -> assertThat(topic).matches("[\\w-]{32}"))
                .hasEntrySatisfying("Ttl", ttl -> assertThat(ttl).isEqualTo("259200"))
                .hasEntrySatisfying("Authorization", key -> assertThat(key).startsWith("vapid t="));
        eventually(() -> subscriptions.all(bruno.account()).getFirst().answeredAt() != null);
    }

    @Test
    void tellsTheNewestOfSeveralInOneNotification() {
        for (int i = 1; i <= 4; i++) {
            say(chat, "number " + i);
        }
        eventually(() -> service.arrived().stream().anyMatch(push -> push.text().contains("number 4")));
        assertThat(service.arrived())
                .extracting(push -> notification(push).at("/tag").asString())
                .containsOnly("chat-" + chat.id());
        Push last = service.arrived().stream()
                .filter(push -> push.text().contains("number 4"))
                .findFirst()
                .orElseThrow();
        assertThat(notification(last).at("/body").asString()).contains("4");
    }

    @Test
    void doesNotPushWhatWasRead() {
        Message sent = say(chat, "seen at once");
        markers.markRead(bruno, chat.id(), sent.seq());
        assertThat(afterOneMore()).isEmpty();
    }

    @Test
    void doesNotPushWhatWasDeletedOrIsMuted() {
        Message wrong = say(chat, "a slip");
        messages.delete(ana, chat.id(), wrong.id());
        Chat muted = groups.create(ana, "Muted", List.of(bruno.account()), null).chat();
        chats.setNotifications(bruno, muted.id(), new NotificationSetting(NotificationLevel.NOTHING, null));
        say(muted, "into the void");
        Chat mentions =
                groups.create(ana, "Mentions", List.of(bruno.account()), null).chat();
        chats.setNotifications(bruno, mentions.id(), new NotificationSetting(NotificationLevel.MENTIONS, null));
        say(mentions, "nobody named");
        assertThat(afterOneMore()).isEmpty();
    }

    @Test
    void doesNotPushWhatABlockedPersonSaysInAGroup() {
        Chat group = groups.create(ana, "Group", List.of(bruno.account()), null).chat();
        blocks.block(bruno.account(), ana.account());
        say(group, "hello there");
        assertThat(afterOneMore()).isEmpty();
    }

    @Test
    void holdsBackWhileSomebodyDoesNotWantToBeDisturbed() {
        presence.update(bruno.account(), PushDeliveryTest::doNotDisturb);
        say(chat, "psst");
        eventually(() -> store.read(ana.space(), () -> journal.position() == position()));
        assertThat(service.arrived()).isEmpty();
    }

    private long position() {
        return ((Number) entities.createNativeQuery("select position from follower where name = 'push'")
                        .getSingleResult())
                .longValue();
    }

    private static OwnPresence doNotDisturb(OwnPresence own) {
        return new OwnPresence(
                PresenceChoice.DO_NOT_DISTURB, own.status(), own.receipts(), own.tellsLastSeen(), own.lastSeen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENDER", "NOTHING"})
    void showsWhatThePrivacyAllows(Privacy privacy) {
        settings.change(bruno.account(), new NotificationSettings(privacy, QuietHours.NONE));
        say(chat, "a secret");
        eventually(() -> !service.arrived().isEmpty());
        assertThat(service.arrived().getFirst().text())
                .doesNotContain("secret")
                .satisfies(text -> assertThat(text.contains("\"ana")).isEqualTo(privacy == Privacy.SENDER));
    }

    @Test
    void tellsAfterQuietHoursWhatIsStillUnread() {
        var always = new QuietHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(0, 1), LocalTime.MIDNIGHT);
        settings.change(bruno.account(), new NotificationSettings(Privacy.ALL, always));
        say(chat, "late at night");
        eventually(
                () -> settings.heldUntil(Instant.now().plus(Duration.ofDays(2))).contains(bruno.account()));
        assertThat(service.arrived()).isEmpty();
        JdbcClient.create(directory)
                .sql("update notification_held set due_at = 1")
                .update();
        summary.send();
        eventually(() -> !service.arrived().isEmpty());
        assertThat(notification(service.arrived().getFirst()).at("/tag").asString())
                .isEqualTo("summary");
        assertThat(settings.heldUntil(Instant.now())).doesNotContain(bruno.account());
    }

    @Test
    void endsWithItsSession() {
        sessions.end(bruno.account(), device.session().id());
        assertThat(subscriptions.all(bruno.account())).isEmpty();
        assertThat(register.of(List.of(bruno.account()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void forgetsASubscriptionThatItsServiceDoesNotKnow(int status) {
        service.answer(status, "");
        say(chat, "hello?");
        eventually(() -> subscriptions.all(bruno.account()).isEmpty());
    }

    @Test
    void sendsAgainWhatAServiceDidNotTake() {
        service.answer(429, "120");
        say(chat, "patience");
        eventually(() -> failure() == Failure.UNREACHABLE);
        var device = register.of(List.of(bruno.account())).getFirst();
        assertThat(device.retryAt()).isAfter(Instant.now().plusSeconds(60));
        assertThat(stored()).isEqualTo(1);

        service.answer(201, "");
        JdbcClient.create(directory).sql("update push_retry set due_at = 1").update();
        sender.retry();
        eventually(() -> !service.arrived().isEmpty());
        eventually(() -> failure() == null && stored() == 0);
    }

    @Test
    void doesNotSendAgainWhatWasReadMeanwhile() {
        service.answer(503, "");
        Message sent = say(chat, "too late");
        eventually(() -> stored() == 1);
        service.answer(201, "");
        markers.markRead(bruno, chat.id(), sent.seq());
        JdbcClient.create(directory).sql("update push_retry set due_at = 1").update();
        sender.retry();
        assertThat(stored()).isZero();
        assertThat(service.arrived()).isEmpty();
    }

    private Failure failure() {
        return subscriptions.all(bruno.account()).getFirst().failure();
    }

    private int stored() {
        return JdbcClient.create(directory)
                .sql("select count(*) from push_retry r join push_subscription s on s.id = r.subscription_id"
                        + " where s.account_id = ?")
                .param(PushRegister.bytes(bruno.account().value()))
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsNothingReadableAtRest() {
        String all = JdbcClient.create(directory)
                .sql("select group_concat(target || service) || (select private_key from push_key) from"
                        + " push_subscription")
                .query(String.class)
                .single();
        assertThat(all).doesNotContain(service.endpoint()).doesNotContain(service.auth());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.org/x",
                "https://192.168.1.1/x",
                "https://10.0.0.8/x",
                "https://[fe80::1]/x",
                "https://169.254.169.254/latest",
                "https://push.example.org:8443/x",
                "https://user@push.example.org/x",
                "ftp://push.example.org/x",
                "not an address",
                ""
            })
    void refusesEndPointsThatAreNotPublic(String endpoint) {
        assertThatThrownBy(() -> subscriptions.subscribe(
                        bruno.account(), device.session().id(), endpoint, service.p256dh(), service.auth()))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("endpoint"));
    }

    @Test
    void refusesKeysThatAreNone() {
        String notOnTheCurve = service.p256dh().substring(0, 60) + "AAAAAAAAAAAAAAAAAAAAAAAAAAA";
        for (String key : List.of("", "AAAA", notOnTheCurve)) {
            assertThatThrownBy(() -> subscriptions.subscribe(
                            bruno.account(), device.session().id(), service.endpoint("other"), key, service.auth()))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            wrong -> assertThat(wrong.field()).isEqualTo("keys"));
        }
    }

    @Test
    void belongsToWhoeverSubscribedTheDeviceLast() {
        UUID own = subscriptions.all(bruno.account()).getFirst().id();
        assertThatThrownBy(() -> subscriptions.unsubscribe(ana.account(), own)).isInstanceOf(NotFoundException.class);
        assertThat(subscribe(service).id()).as("the same again").isEqualTo(own);

        IssuedToken hers = sessions.open(ana.account(), Kind.TOKEN, "phone", "");
        subscriptions.subscribe(
                ana.account(), hers.session().id(), service.endpoint(), service.p256dh(), service.auth());
        assertThat(subscriptions.all(bruno.account())).isEmpty();
        assertThat(subscriptions.all(ana.account())).hasSize(1);
    }

    @Test
    void replacesASubscriptionThatTheBrowserRenewed() {
        subscriptions.subscribe(
                bruno.account(), device.session().id(), service.endpoint("renewed"), service.p256dh(), service.auth());
        subscriptions.replaced(bruno.account(), UUID.randomUUID(), service.endpoint());
        assertThat(subscriptions.all(bruno.account()))
                .as("not of another session")
                .hasSize(2);
        subscriptions.replaced(bruno.account(), device.session().id(), service.endpoint());
        assertThat(subscriptions.all(bruno.account())).hasSize(1);
    }
}
