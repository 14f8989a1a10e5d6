package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.ServiceTest;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("once")
@ServiceTest
@Import({AnySpace.class, SpaceStoreTest.Advances.class})
@RecordApplicationEvents
class SpaceStoreTest {

    /** Records events that are published on the writer's thread. */
    @TestComponent
    static class Advances {
        private final List<SpaceId> spaces = new CopyOnWriteArrayList<>();

        @EventListener
        void on(JournalAdvanced advanced) {
            spaces.add(advanced.space());
        }
    }

    private static final class Refused extends RuntimeException {}

    @Autowired
    private SpaceStore store;

    @Autowired
    private StorageProperties storage;

    @Autowired
    private Advances advances;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalRepository entries;

    @Autowired
    private JournalTrimming trimming;

    @Autowired
    private ApplicationEvents events;

    private SpaceId space;
    private final ChatId chat = new ChatId(UUID.randomUUID());

    @BeforeEach
    void open() {
        space = AnySpace.in(store);
    }

    @Test
    void opensADatabaseForEachSpaceWhenItIsAskedFor() {
        SpaceId other = AnySpace.in(store);
        append(space);
        append(space);
        append(other);
        assertThat(position(space)).isEqualTo(2);
        assertThat(position(other)).isEqualTo(1);
    }

    @Test
    void numbersTheJournalWithoutAGapAlsoWhenWorkIsRefused() throws Exception {
        List<Callable<Long>> works = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean refused = i % 7 == 3;
            works.add(() -> store.write(space, transaction -> {
                long position = transaction.appendChat(chat);
                if (refused) {
                    throw new Refused();
                }
                return position;
            }));
        }
        List<Long> positions = new ArrayList<>();
        int failures = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> outcome : threads.invokeAll(works)) {
                if (outcome.state() == Future.State.SUCCESS) {
                    positions.add(outcome.resultNow());
                } else {
                    assertThat(outcome.exceptionNow()).isInstanceOf(Refused.class);
                    failures++;
                }
            }
        }
        assertThat(failures).isEqualTo(43);
        assertThat(positions).hasSize(257).doesNotHaveDuplicates();
        assertThat(position(space)).isEqualTo(257);
    }

    @Test
    void publishesNothingOfARolledBackTransaction() {
        assertThatThrownBy(() -> store.write(space, transaction -> {
                    transaction.appendChat(chat);
                    transaction.publish(new Told(space, 1, chat, java.util.Set.of()));
                    transaction.afterCommit(() -> {
                        throw new AssertionError("nothing was committed");
                    });
                    throw new Refused();
                }))
                .isInstanceOf(Refused.class);
        assertThat(events.stream(SpaceCommitted.class)).isEmpty();
        assertThat(position(space)).isZero();
    }

    /** As a commit does that the process before this one left under way. */
    @Test
    void noticesEntriesThatCameAfterTheSpaceWasOpened() throws SQLException {
        foreignEntry(1);
        append(space);
        assertThat(position(space)).isEqualTo(2);
        foreignEntry(3);
        append(space);
        append(space);
        assertThat(position(space)).isEqualTo(5);
        assertThat(advances.spaces).containsExactly(space, space);
    }

    private void foreignEntry(long position) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + storage.spaceFile(space));
                PreparedStatement insert = other.prepareStatement(
                        "INSERT INTO journal (position, kind, chat_id, at) VALUES (?, 'CHAT', zeroblob(16), 0)")) {
            insert.setLong(1, position);
            insert.executeUpdate();
        }
    }

    @Test
    void readersSeeNoUncommittedRows() {
        append(space);
        store.<Boolean>write(space, transaction -> {
            transaction.appendChat(chat);
            assertThat(position(space)).as("seen by another connection").isEqualTo(1);
            return true;
        });
        assertThat(position(space)).isEqualTo(2);
    }

    @Test
    void prunesTheBeginningOfALongJournal() {
        for (int i = 0; i < 25; i++) {
            append(space);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> { // until all followers have passed
                            trimming.trim(10);
                            return store.read(space, entries::firstPosition) == 16;
                        });
        assertThat(store.read(space, () -> journal.since(14, 100)))
                .as("the gap is seen")
                .isEmpty();
        assertThat(store.read(space, () -> journal.since(15, 100)).orElseThrow())
                .hasSize(10);
        append(space);
        assertThat(position(space)).isEqualTo(26);
    }

    private record Told(SpaceId space, long position, ChatId chat, java.util.Set<AccountId> recipients)
            implements app.charla.core.LiveEvent {}

    private void append(SpaceId where) {
        store.<Long>write(where, transaction -> transaction.appendChat(chat));
    }

    private long position(SpaceId where) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(() -> store.read(where, journal::position)).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
