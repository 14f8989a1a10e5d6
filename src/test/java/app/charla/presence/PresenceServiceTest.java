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
    private final List<Presence> told = new ArrayList<>();
    private PresenceService presences;
    private Actor ana;
    private Actor bruno;
    private Lease anas;
    private boolean stays = true;

    @BeforeEach
    void anaWatchesBruno() {
        presences = new PresenceService(settings, blockList, spaces, clock);
        ana = people.person("ana");
        bruno = people.person("bruno");
        anas = presences.open(ana, told::addAll);
        assertThat(anas.watch(List.of(bruno.account()))).containsExactly(Presence.unknown(bruno.account()));
    }

    @Test
    void tellsWhoComesAndWhoGoesWithoutAWord() {
        Lease brunos = presences.open(bruno, news -> {});
        presences.tick();
        assertThat(told).extracting(Presence::availability).containsExactly(Availability.ONLINE);

        pass(Duration.ofSeconds(50));
        brunos.beat(true);
        pass(Duration.ofSeconds(74));
        assertThat(told).hasSize(1);
        Instant end = pass(Duration.ofSeconds(1));
        assertThat(told).last().isEqualTo(offline(end));
        assertThat(seenOfBruno()).isEqualTo(offline(end));
    }

    @Test
    void tellsTwoWhoAreKeptApartNothingOfEachOther() {
        presences.open(bruno, news -> {});
        presences.tick();
        blockList.block(bruno.account(), ana.account());
        presences.on(new BlockListChanged(bruno.account(), ana.account()));
        assertThat(told).last().isEqualTo(Presence.unknown(bruno.account()));
        int before = told.size();
        choose(PresenceChoice.DO_NOT_DISTURB);
        presences.tick();
        assertThat(told).hasSize(before);
        assertThat(seenOfBruno()).isEqualTo(Presence.unknown(bruno.account()));
        assertThat(presences.of(bruno, List.of(ana.account()))).containsExactly(Presence.unknown(ana.account()));
        blockList.unblock(bruno.account(), ana.account());
        presences.on(new BlockListChanged(bruno.account(), ana.account()));
        assertThat(told).last().extracting(Presence::availability).isEqualTo(Availability.DO_NOT_DISTURB);
    }

    @Test
    void mergesWhatTheDevicesTell() {
        Lease desk = presences.open(bruno, news -> {});
        Lease phone = presences.open(bruno, news -> {});
        presences.tick();
        desk.beat(false);
        presences.tick();
        assertThat(told).extracting(Presence::availability).containsExactly(Availability.ONLINE);
        phone.beat(false);
        presences.tick();
        assertThat(told).last().extracting(Presence::availability).isEqualTo(Availability.AWAY);
        desk.beat(true);
        phone.close();
        presences.tick();
        assertThat(told).last().extracting(Presence::availability).isEqualTo(Availability.ONLINE);
    }

    @Test
    void seesNothingOfAReload() {
        presences.open(bruno, news -> {}).close();
        presences.tick();
        pass(Duration.ofSeconds(3));
        Lease again = presences.open(bruno, news -> {});
        pass(Duration.ofSeconds(5));
        assertThat(told).extracting(Presence::availability).containsExactly(Availability.ONLINE);
        again.close();
        pass(Duration.ofSeconds(5));
        assertThat(told).hasSize(2);
    }

    @Test
    void putsWhatSomebodyChoseBeforeWhatTheirDevicesTell() {
        Lease brunos = presences.open(bruno, news -> {});
        choose(PresenceChoice.DO_NOT_DISTURB);
        presences.tick();
        brunos.beat(false);
        presences.tick();
        assertThat(told).extracting(Presence::availability).containsExactly(Availability.DO_NOT_DISTURB);
    }

    @Test
    void betraysNothingOfTheInvisible() {
        Lease brunos = presences.open(bruno, news -> {});
        presences.tick();
        Instant vanished = clock.instant();
        choose(PresenceChoice.INVISIBLE);
        presences.tick();
        assertThat(told).hasSize(2).last().isEqualTo(offline(vanished));

        pass(Duration.ofSeconds(30));
        brunos.beat(false);
        say(new CustomStatus("🌴", "away", null));
        presences.open(bruno, news -> {});
        pass(Duration.ofSeconds(70));
        pass(Duration.ofSeconds(70));
        assertThat(told).hasSize(2);
        assertThat(seenOfBruno()).isEqualTo(offline(vanished));
        assertThat(new ReceiptPreferences(settings).sharesReceipts(bruno.account()))
                .isFalse();

        presences.open(bruno, news -> {});
        choose(PresenceChoice.AUTOMATIC);
        presences.tick();
        assertThat(told)
                .last()
                .isEqualTo(
                        new Presence(bruno.account(), Availability.ONLINE, new CustomStatus("🌴", "away", null), null));
    }

    @Test
    void endsAStatusInTime() {
        Lease brunos = presences.open(bruno, news -> {});
        say(new CustomStatus("", "lunch", clock.instant().plusSeconds(60)));
        presences.tick();
        assertThat(told).last().extracting(each -> each.status().text()).isEqualTo("lunch");
        pass(Duration.ofSeconds(30));
        brunos.beat(true);
        pass(Duration.ofSeconds(30));
        assertThat(told).hasSize(2).last().extracting(Presence::status).isEqualTo(CustomStatus.NONE);
        assertThat(presences.own(bruno.account()).status()).isEqualTo(CustomStatus.NONE);
    }

    @Test
    void tellsNoLastSeenToWhoTellsNone() {
        Lease brunos = presences.open(bruno, news -> {});
        presences.tick();
        presences.choose(
                ana.account(),
                own -> new OwnPresence(own.choice(), own.status(), own.receipts(), false, own.lastSeen()));
        brunos.close();
        pass(Duration.ofSeconds(5));
        assertThat(told).last().isEqualTo(offline(null));
        assertThat(seenOfBruno()).isEqualTo(offline(null));
    }

    @Test
    void tellsAPlaceThatWasAwayWhatItMissed() {
        stays = false;
        pass(Duration.ofSeconds(80));
        presences.open(bruno, news -> {});
        presences.tick();
        assertThat(told).isEmpty();
        anas.beat(true);
        assertThat(told).extracting(Presence::availability).containsExactly(Availability.ONLINE);
    }

    @Test
    void knowsNothingOfStrangers() {
        presences.open(bruno, news -> {});
        presences.tick();
        var elsewhere = new Actor(new SpaceId(UUID.randomUUID()), ana.account());
        assertThat(presences.of(elsewhere, List.of(bruno.account())))
                .containsExactly(Presence.unknown(bruno.account()));
    }

    @Test
    void takesNoStatusThatIsNone() {
        assertThatThrownBy(() -> new CustomStatus("no", "", null)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new CustomStatus("", "x".repeat(81), null)).isInstanceOf(InvalidException.class);
    }

    private Presence offline(@Nullable Instant lastSeen) {
        return new Presence(bruno.account(), Availability.OFFLINE, CustomStatus.NONE, lastSeen);
    }

    private Presence seenOfBruno() {
        return presences.of(ana, List.of(bruno.account())).getFirst();
    }

    private void choose(PresenceChoice choice) {
        presences.choose(
                bruno.account(),
                own -> new OwnPresence(choice, own.status(), own.receipts(), own.tellsLastSeen(), own.lastSeen()));
    }

    private void say(CustomStatus status) {
        presences.choose(
                bruno.account(),
                own -> new OwnPresence(own.choice(), status, own.receipts(), own.tellsLastSeen(), own.lastSeen()));
    }

    private Instant pass(Duration time) {
        clock.now = clock.now.plus(time);
        if (stays) {
            anas.beat(true);
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
