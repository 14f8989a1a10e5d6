package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.ServiceTest;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

@Tag("once") // spaces here are files that no register knows
@ServiceTest
@Import({AnySpace.class, JournalFollowersTest.Counter.class})
class JournalFollowersTest {

    private static final int NONE = 0;

    private record Told(SpaceId space, long position, ChatId chat, Set<AccountId> recipients) implements LiveEvent {}

    /** Counts journal entries in a table of its own, four a step. */
    @TestComponent
    static class Counter implements JournalFollower {

        private static final int BATCH_SIZE = 4;

        @PersistenceContext(unitName = "space")
        @SuppressWarnings("NullAway.Init")
        private EntityManager entities;

        private final Semaphore allowed = new Semaphore(NONE);
        private final List<SpaceId> turns = new CopyOnWriteArrayList<>();
        private final Map<SpaceId, AtomicInteger> failures = new ConcurrentHashMap<>();
        private volatile boolean restarts;

        @Override
        public String name() {
            return "counter";
        }

        @Override
        public boolean concerns(LiveEvent event) {
            return true;
        }

        @Override
        public @Nullable Step next(SpaceId space, long position, long end) {
            if (position == end) {
                return null;
            }
            if (!allowed.tryAcquire()) {
                return Step.after(Duration.ofMillis(5));
            }
            turns.add(space);
            return count(Math.min(end, position + BATCH_SIZE), Math.min(end - position, BATCH_SIZE));
        }

        private Step count(long to, long more) {
            return Step.to(to, transaction -> {
                if (failures.getOrDefault(transaction.space(), new AtomicInteger())
                                .getAndDecrement()
                        > 0) {
                    throw new IllegalStateException("on purpose");
                }
                entities.createNativeQuery("update counted set entries = entries + :more")
                        .setParameter("more", more)
                        .executeUpdate();
            });
        }

        @Override
        public @Nullable Step restart(SpaceId space, long end) {
            return restarts
                    ? Step.to(
                            end,
                            transaction -> entities.createNativeQuery("update counted set entries = -1")
                                    .executeUpdate())
                    : null;
        }
    }

    @Autowired
    private SpaceStore store;

    @Autowired
    private JournalFollowers followers;

    @Autowired
    private FollowerPositions positions;

    @Autowired
    private FollowerMarks marks;

    @Autowired
    private JournalRepository journal;

    @Autowired
    private JournalTrimming trimming;

    @Autowired
    private StorageProperties storage;

    @Autowired
    private Counter counter;

    @PersistenceContext(unitName = "space")
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    private SpaceId space;
    private final ChatId chat = new ChatId(UUID.randomUUID());

    @BeforeEach
    void open() {
        space = space();
    }

    private SpaceId space() {
        SpaceId made = AnySpace.in(store);
        store.<Integer>write(made, transaction -> {
            execute("create table counted (entries integer not null)");
            execute("insert into counted values (0)");
            return execute("insert into follower (name, position) values ('counter', 0)");
        });
        return made;
    }

    private int execute(String sql) {
        return entities.createNativeQuery(sql).executeUpdate();
    }

    @AfterEach
    void stop() {
        counter.allowed.drainPermits();
        counter.turns.clear();
        counter.restarts = false;
    }

    private void append(SpaceId where, int entries) {
        for (int i = 0; i < entries; i++) {
            store.<Long>write(where, transaction -> {
                long position = transaction.appendChat(chat);
                transaction.publish(new Told(where, position, chat, Set.of()));
                return position;
            });
        }
    }

    private long counted(SpaceId where) {
        return store.read(
                where,
                () -> ((Number) entities.createNativeQuery("select entries from counted")
                                .getSingleResult())
                        .longValue());
    }

    private long position(SpaceId where) {
        return store.read(where, () -> positions.of("counter").position());
    }

    private static void eventually(BooleanSupplier state) {
        await().atMost(Duration.ofSeconds(30)).until(state::getAsBoolean);
    }

    @Test
    void writesItsResultAndItsPositionTogether() {
        append(space, 10);
        counter.allowed.release(2);
        eventually(() -> position(space) == 8);
        assertThat(counted(space)).isEqualTo(8);
        var failures = new AtomicInteger(1);
        counter.failures.put(space, failures);
        counter.allowed.release(1);
        eventually(() -> failures.get() < 1);
        assertThat(position(space)).as("nothing of the failed step is kept").isEqualTo(8);
        counter.allowed.release(1);
        eventually(() -> position(space) == 10);
        assertThat(counted(space)).isEqualTo(10);
    }

    @Test
    void takesTurnsBetweenSpaces() {
        SpaceId other = space();
        append(space, 40);
        append(other, 8);
        counter.allowed.release(100);
        eventually(() -> position(space) == 40 && position(other) == 8);
        assertThat(counter.turns.lastIndexOf(other))
                .as("the short one does not wait for the long one: %s", counter.turns)
                .isLessThan(8);
    }

    @Test
    void marksASpaceUntilAllFollowersAreThrough() {
        append(space, 5);
        assertThat(storedMarks()).contains(space);
        followers.settle(0);
        assertThat(storedMarks()).as("the counter is behind").contains(space);
        counter.allowed.release(100);
        eventually(() -> {
            followers.settle(0);
            return !storedMarks().contains(space);
        });
        assertThat(position(space)).isEqualTo(5);
        append(space, 1);
        assertThat(storedMarks()).as("set before the next commit").contains(space);
    }

    private Set<SpaceId> storedMarks() {
        var stored = new FollowerMarks(directory);
        stored.load();
        return stored.all();
    }

    @Autowired
    private javax.sql.DataSource directory;

    @Test
    void keepsTheJournalForAFollowerThatIsBehind() throws Exception {
        append(space, 30);
        trimming.trim(10);
        assertThat(store.read(space, journal::firstPosition)).isEqualTo(1);
        counter.allowed.release(1);
        eventually(() -> position(space) == 4);
        followers.wake(space);
        eventually(() -> store.read(space, () -> positions.of("search").position() == 30));
        trimming.trim(10);
        assertThat(store.read(space, journal::firstPosition)).isEqualTo(5);
    }

    @Test
    void keepsItADayLongerAtMost() {
        append(space, 30);
        var tomorrow = new JournalTrimming(
                store,
                journal,
                positions,
                followers,
                storage,
                Clock.fixed(Instant.now().plus(Duration.ofHours(25)), java.time.ZoneOffset.UTC));
        tomorrow.trim(10);
        assertThat(store.read(space, journal::firstPosition)).isEqualTo(21);

        counter.allowed.release(1);
        followers.wake(space);
        eventually(() -> position(space) == 30);
        assertThat(counted(space)).as("what was missed is skipped").isZero();
    }

    @Test
    void beginsAnewWhereTheJournalIsTooShort() {
        counter.restarts = true;
        append(space, 30);
        store.<Integer>write(space, transaction -> journal.deleteBefore(21));
        followers.wake(space);
        eventually(() -> position(space) == 30);
        assertThat(counted(space)).isEqualTo(-1);
    }

    @Test
    void movesAFollowerFromWhereItIsOnly() {
        append(space, 3);
        assertThat(store.<Boolean>write(space, transaction -> positions.move("counter", 2, 3)))
                .isFalse();
        assertThat(store.<Boolean>write(space, transaction -> positions.move("counter", 0, 3)))
                .isTrue();
        assertThat(store.<Boolean>write(space, transaction -> positions.move("counter", 0, 3)))
                .isFalse();
    }
}
