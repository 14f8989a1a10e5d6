package app.charla.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.BlockList;
import app.charla.account.BlockListChanged;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.SpaceId;
import app.charla.space.SpaceService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class PresenceServiceTest {

    @Autowired
    private People people;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private PresenceSettings settings;

    @Autowired
    private BlockList blockList;

    private final MovableClock clock = new MovableClock();
    private final List<Presence> received = new ArrayList<>();
    private PresenceService presences;
    private Actor ana;
    private Actor bruno;
    private Lease leaseOfAna;
    private boolean anaStaysConnected = true;

    @BeforeEach
    void setUp() {
        presences = new PresenceService(settings, blockList, spaces, clock);
        ana = people.person("ana");
        bruno = people.person("bruno");
        leaseOfAna = presences.open(ana, received::addAll);
        assertThat(leaseOfAna.watch(List.of(bruno.account()))).containsExactly(Presence.unknown(bruno.account()));
    }

    @Test
    void publishesOnlineAndExpiryOfLease() {
        Lease brunos = presences.open(bruno, changes -> {});
        presences.tick();
        assertThat(received).extracting(Presence::availability).containsExactly(Availability.ONLINE);

        advance(Duration.ofSeconds(50));
        brunos.heartbeat(true);
        advance(Duration.ofSeconds(74));
        assertThat(received).hasSize(1);
        Instant end = advance(Duration.ofSeconds(1));
        assertThat(received).last().isEqualTo(offline(end));
        assertThat(visiblePresenceOfBruno()).isEqualTo(offline(end));
    }

    @Test
    void hidesPresenceBetweenBlockedAccounts() {
        presences.open(bruno, changes -> {});
        presences.tick();
        blockList.block(bruno.account(), ana.account());
        presences.on(new BlockListChanged(bruno.account(), ana.account()));
        assertThat(received).last().isEqualTo(Presence.unknown(bruno.account()));
        int before = received.size();
        changeChoice(PresenceChoice.DO_NOT_DISTURB);
        presences.tick();
        assertThat(received).hasSize(before);
        assertThat(visiblePresenceOfBruno()).isEqualTo(Presence.unknown(bruno.account()));
        assertThat(presences.of(bruno, List.of(ana.account()))).containsExactly(Presence.unknown(ana.account()));
        blockList.unblock(bruno.account(), ana.account());
        presences.on(new BlockListChanged(bruno.account(), ana.account()));
        assertThat(received).last().extracting(Presence::availability).isEqualTo(Availability.DO_NOT_DISTURB);
    }

    @Test
    void combinesLeasesOfSeveralDevices() {
        Lease desk = presences.open(bruno, changes -> {});
        Lease phone = presences.open(bruno, changes -> {});
        presences.tick();
        desk.heartbeat(false);
        presences.tick();
        assertThat(received).extracting(Presence::availability).containsExactly(Availability.ONLINE);
        phone.heartbeat(false);
        presences.tick();
        assertThat(received).last().extracting(Presence::availability).isEqualTo(Availability.AWAY);
        desk.heartbeat(true);
        phone.close();
        presences.tick();
        assertThat(received).last().extracting(Presence::availability).isEqualTo(Availability.ONLINE);
    }

    @Test
    void ignoresReloadWithinGracePeriod() {
        presences.open(bruno, changes -> {}).close();
        presences.tick();
        advance(Duration.ofSeconds(3));
        Lease again = presences.open(bruno, changes -> {});
        advance(Duration.ofSeconds(5));
        assertThat(received).extracting(Presence::availability).containsExactly(Availability.ONLINE);
        again.close();
        advance(Duration.ofSeconds(5));
        assertThat(received).hasSize(2);
    }

    @Test
    void prefersChosenPresenceToDeviceActivity() {
        Lease brunos = presences.open(bruno, changes -> {});
        changeChoice(PresenceChoice.DO_NOT_DISTURB);
        presences.tick();
        brunos.heartbeat(false);
        presences.tick();
        assertThat(received).extracting(Presence::availability).containsExactly(Availability.DO_NOT_DISTURB);
    }

    @Test
    void showsInvisibleAccountsAsOffline() {
        Lease brunos = presences.open(bruno, changes -> {});
        presences.tick();
        Instant hidden = clock.instant();
        changeChoice(PresenceChoice.INVISIBLE);
        presences.tick();
        assertThat(received).hasSize(2).last().isEqualTo(offline(hidden));

        advance(Duration.ofSeconds(30));
        brunos.heartbeat(false);
        changeStatus(new CustomStatus("🌴", "away", null));
        presences.open(bruno, changes -> {});
        advance(Duration.ofSeconds(70));
        advance(Duration.ofSeconds(70));
        assertThat(received).hasSize(2);
        assertThat(visiblePresenceOfBruno()).isEqualTo(offline(hidden));
        assertThat(new ReceiptPreferences(settings).sharesReceipts(bruno.account()))
                .isFalse();

        presences.open(bruno, changes -> {});
        changeChoice(PresenceChoice.AUTOMATIC);
        presences.tick();
        assertThat(received)
                .last()
                .isEqualTo(
                        new Presence(bruno.account(), Availability.ONLINE, new CustomStatus("🌴", "away", null), null));
    }

    @Test
    void expiresCustomStatus() {
        Lease brunos = presences.open(bruno, changes -> {});
        changeStatus(new CustomStatus("", "lunch", clock.instant().plusSeconds(60)));
        presences.tick();
        assertThat(received).last().extracting(each -> each.status().text()).isEqualTo("lunch");
        advance(Duration.ofSeconds(30));
        brunos.heartbeat(true);
        advance(Duration.ofSeconds(30));
        assertThat(received).hasSize(2).last().extracting(Presence::status).isEqualTo(CustomStatus.NONE);
        assertThat(presences.own(bruno.account()).status()).isEqualTo(CustomStatus.NONE);
    }

    @Test
    void hidesLastSeenFromAccountsThatHideTheirs() {
        Lease brunos = presences.open(bruno, changes -> {});
        presences.tick();
        presences.update(
                ana.account(),
                own -> new OwnPresence(own.choice(), own.status(), own.receipts(), false, own.lastSeen()));
        brunos.close();
        advance(Duration.ofSeconds(5));
        assertThat(received).last().isEqualTo(offline(null));
        assertThat(visiblePresenceOfBruno()).isEqualTo(offline(null));
    }

    @Test
    void resendsPresencesToRevivedLease() {
        anaStaysConnected = false;
        advance(Duration.ofSeconds(80));
        presences.open(bruno, changes -> {});
        presences.tick();
        assertThat(received).isEmpty();
        leaseOfAna.heartbeat(true);
        assertThat(received).extracting(Presence::availability).containsExactly(Availability.ONLINE);
    }

    @Test
    void hidesPresenceFromOtherSpaces() {
        presences.open(bruno, changes -> {});
        presences.tick();
        var elsewhere = new Actor(new SpaceId(UUID.randomUUID()), ana.account());
        assertThat(presences.of(elsewhere, List.of(bruno.account())))
                .containsExactly(Presence.unknown(bruno.account()));
    }

    @Test
    void rejectsInvalidStatus() {
        assertThatThrownBy(() -> new CustomStatus("no", "", null)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new CustomStatus("", "x".repeat(81), null)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new CustomStatus("", "at \u202Elunch", null)).isInstanceOf(InvalidException.class);
    }

    private Presence offline(@Nullable Instant lastSeen) {
        return new Presence(bruno.account(), Availability.OFFLINE, CustomStatus.NONE, lastSeen);
    }

    private Presence visiblePresenceOfBruno() {
        return presences.of(ana, List.of(bruno.account())).getFirst();
    }

    private void changeChoice(PresenceChoice choice) {
        presences.update(
                bruno.account(),
                own -> new OwnPresence(choice, own.status(), own.receipts(), own.tellsLastSeen(), own.lastSeen()));
    }

    private void changeStatus(CustomStatus status) {
        presences.update(
                bruno.account(),
                own -> new OwnPresence(own.choice(), status, own.receipts(), own.tellsLastSeen(), own.lastSeen()));
    }

    private Instant advance(Duration time) {
        clock.now = clock.now.plus(time);
        if (anaStaysConnected) {
            leaseOfAna.heartbeat(true);
        }
        presences.tick();
        return clock.now;
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
