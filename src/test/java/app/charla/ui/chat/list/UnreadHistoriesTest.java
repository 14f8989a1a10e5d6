package app.charla.ui.chat.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.BlockListChanged;
import app.charla.chat.LargeChats;
import app.charla.chat.ReadMarkerGathered;
import app.charla.core.Actor;
import app.charla.message.CatchupService;
import app.charla.message.UnreadChanged;
import app.charla.message.UnreadCounts;
import app.charla.realtime.MessageBroadcaster;
import app.charla.ui.chat.ChatRowMapper;
import com.vaadin.browserless.SpringBrowserlessTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * Random histories of what a person and others do. After each of them, and in some after every few actions, two devices
 * of the person, which were open all the time and lost their connection now and then, show what a page shows that is
 * loaded anew, and what is counted from the messages, markers and blocks one by one.
 *
 * <p>By default few, with a fixed seed. As many as wished, with another one:
 * {@code -Dcharla.test.histories=5000 -Dcharla.test.seed=7}.
 */
@ServiceTest
@Import({LargeChats.class, UnreadActions.class, UnreadRecount.class})
@SuppressWarnings("NullAway.Init")
class UnreadHistoriesTest extends SpringBrowserlessTest {

    private static final int HISTORIES = Integer.getInteger("charla.test.histories", 16);
    private static final long SEED = Long.getLong("charla.test.seed", 20_261_130);
    private static final int MAX_ACTIONS = 40;

    @TestBean(methodName = "movableClock")
    private Clock clock;

    @Autowired
    private People people;

    @Autowired
    private UnreadActions actions;

    @Autowired
    private UnreadRecount recount;

    @Autowired
    private ChatListChanges changes;

    @Autowired
    private ChatRowMapper rows;

    @Autowired
    private UnreadCounts counts;

    @Autowired
    private CatchupService catchup;

    @Autowired
    private MessageBroadcaster broadcaster;

    @Autowired
    private ConfigurableApplicationContext context;

    private final List<Device> devices = new CopyOnWriteArrayList<>();
    private Device.Services services;
    private Actor ana;

    static Clock movableClock() {
        return new MovableClock();
    }

    @BeforeEach
    void listen() {
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            switch (event.getPayload()) {
                case UnreadChanged(Actor actor)
                when actor.equals(ana) -> devices.forEach(device -> device.unreadChanged(actor.space()));
                case ReadMarkerGathered marker
                when marker.actor().equals(ana) -> devices.forEach(device -> device.markerGathered(marker.chat()));
                case BlockListChanged changed -> devices.forEach(Device::blocksChanged);
                default -> {}
            }
        });
    }

    @AfterEach
    void close() {
        devices.forEach(Device::close);
    }

    @Test
    void numbersOfTwoDevicesAreThoseOfAPageLoadedAnewAndOfTheMessages() throws InterruptedException {
        ana = people.person("ana");
        actions.begin(ana, List.of(people.person("bruno"), people.person("carla")), (MovableClock) clock);
        services = new Device.Services(rows, changes, counts, catchup, broadcaster, clock);
        devices.add(new Device(services, ana));
        devices.add(new Device(services, ana));
        for (int i = 0; i < HISTORIES; i++) {
            run(SEED + i);
        }
    }

    private void run(long seed) throws InterruptedException {
        var random = new Random(seed);
        actions.openChats();
        var failure = new AtomicReference<Throwable>();
        boolean busy = random.nextInt(3) == 0;
        boolean often = !busy && random.nextBoolean();
        Thread others = Thread.startVirtualThread(() -> {
            if (busy) {
                actions.others(new Random(seed * 31), random.nextInt(MAX_ACTIONS));
            }
        });
        others.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        for (int i = 0; i < MAX_ACTIONS; i++) {
            actions.act(random, !busy);
            if (random.nextInt(4) == 0) {
                devices.get(random.nextInt(2)).drain();
            }
            if (random.nextInt(25) == 0) {
                devices.get(random.nextInt(2)).disconnect();
            }
            if (often && random.nextInt(6) == 0) {
                compare(seed);
            }
        }
        others.join();
        assertThat(failure.get()).isNull();
        compare(seed);
        actions.closeChats();
    }

    private void compare(long seed) {
        long last = actions.lastEvent();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> devices.stream().allMatch(device -> device.seen() >= last));
        devices.forEach(Device::drain);
        var counted = recount.count(ana, clock);
        var loaded = Device.shown(Device.load(services, ana), clock);
        String story = "seed " + seed + ": " + actions.story();
        assertThat(loaded).as("loaded anew, %s", story).containsAllEntriesOf(counted);
        assertThat(loaded.entrySet().stream()
                        .filter(each -> each.getValue().joined())
                        .map(Map.Entry::getKey))
                .as("chats, %s", story)
                .containsExactlyInAnyOrderElementsOf(counted.keySet());
        for (Device device : devices) {
            assertThat(device.shown()).as("live, %s", story).isEqualTo(loaded);
            assertThat(device.rail()).as("rail, %s", story).isEqualTo(Device.total(counted));
        }
        assertThat(counts.counts(ana.account()))
                .as("space, %s", story)
                .containsEntry(ana.space(), Device.total(counted));
    }

    /** A clock that goes on by itself, and can be set forward. */
    static final class MovableClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
