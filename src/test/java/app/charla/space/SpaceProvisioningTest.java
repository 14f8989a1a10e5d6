package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.space.Space.State;
import app.charla.space.SpaceProgressed.Step;
import app.charla.space.SpaceSettings.Joining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Provisioning and deletion of spaces, with crashes simulated after each step. */
@Tag("once")
@ServiceTest
@TestPropertySource(properties = "charla.space.take-over-seconds=3600") // the tests say when
@Import(SpaceProvisioningTest.CrashSimulator.class)
class SpaceProvisioningTest {

    /** Throws an error at a step, which nothing catches, as if the process ended there. */
    @TestComponent
    static class CrashSimulator implements ApplicationListener<PayloadApplicationEvent<SpaceProgressed>> {

        private volatile @Nullable Step step;

        /** Runs once a space is STARTED. */
        private volatile @Nullable Runnable claimedByOther;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<SpaceProgressed> progressed) {
            Runnable other = claimedByOther;
            if (other != null && progressed.getPayload().step() == Step.STARTED) {
                other.run();
                claimedByOther = null;
            }
            if (progressed.getPayload().step() == step) {
                step = null;
                throw new SimulatedCrash();
            }
        }
    }

    private static final class SimulatedCrash extends Error {
        private static final long serialVersionUID = 1;
    }

    @Autowired
    private CrashSimulator crash;

    @Autowired
    private People people;

    @Autowired
    private Spaces made;

    @Autowired
    private SpaceCreation creation;

    @Autowired
    private SpaceDeletion deletion;

    @Autowired
    private SpaceProvisioning provisioning;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceRepository repository;

    @Autowired
    private SpaceRegister register;

    @Autowired
    private ChatService chats;

    @Autowired
    private DataSource directory;

    private Path spacesFolder = Path.of("");

    private AccountId ana;

    @BeforeEach
    void setUp() throws SQLException {
        try (Connection connection = directory.getConnection()) {
            String url = connection.getMetaData().getURL();
            spacesFolder = Path.of(url.substring("jdbc:sqlite:".length())).resolveSibling("spaces");
        }
        ana = people.person("ana").account();
    }

    @AfterEach
    void disarm() {
        crash.step = null;
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "STARTED", "DATABASE", "SCHEMA", "CONTENT"})
    void finishesInterruptedCreationAfterRestart(Step step) {
        crash.step = step;
        String key = "crash " + step;
        try {
            creation.request(ana, Spaces.wish("Faro " + step, Joining.INVITE), key);
        } catch (SimulatedCrash expected) {
            assertThat(step).isEqualTo(Step.REQUESTED);
        }
        await().until(() -> crash.step == null);
        Space space = creation.request(ana, Spaces.wish("Faro " + step, Joining.INVITE), key)
                .space();
        assertThat(space.state()).isIn(State.REQUESTED, State.PROVISIONING);

        await().untilAsserted(() -> {
            provisioning.resume();
            assertThat(spaces.space(ana, space.slug()).state()).isEqualTo(State.READY);
        });
        Actor owner = spaces.enter(ana, space.slug());
        assertThat(chats.publicChats(owner)).hasSize(1).allMatch(chat -> chat.has(ana));
        assertThat(spaces.spaces(ana)).filteredOn(each -> !each.home()).hasSize(1);
    }

    @Test
    void leavesASpaceToTheProcessThatHoldsItUntilThatEnds() {
        Space space = requestedOnly("Cala");
        var sql = new JdbcTemplate(directory);
        sql.update("UPDATE space SET worker = 'other', worker_until = 9000000000000 WHERE slug = ?", space.slug());
        provisioning.takeOver();
        made.space(ana, "Vega", Joining.INVITE); // made after it, by the same threads
        assertThat(register.space(space.id()).state()).isEqualTo(State.REQUESTED);

        sql.update("UPDATE space SET worker_until = 1 WHERE slug = ?", space.slug());
        provisioning.takeOver();
        made.ready(ana, space);
        await().until(() -> sql.queryForList("SELECT 1 FROM space WHERE worker IS NOT NULL AND slug = ?", space.slug())
                .isEmpty());
    }

    /** Stopped for longer than a claim lasts, it must not overwrite what another process has made meanwhile. */
    @Test
    void changesNothingOnceItsClaimIsLost() {
        Space space = requestedOnly("Duna");
        var sql = new JdbcTemplate(directory);
        crash.claimedByOther = () -> sql.update("UPDATE space SET worker = 'other' WHERE slug = ?", space.slug());
        provisioning.takeOver();
        await().until(() -> crash.claimedByOther == null);
        made.space(ana, "Soto", Joining.INVITE);
        assertThat(register.space(space.id()).state()).isEqualTo(State.PROVISIONING);
        assertThat(register.entity(space.id()).address()).isEmpty();
        assertThat(sql.queryForObject("SELECT worker FROM space WHERE slug = ?", String.class, space.slug()))
                .isEqualTo("other");
    }

    private Space requestedOnly(String name) {
        crash.step = Step.REQUESTED;
        assertThatThrownBy(() -> creation.request(ana, Spaces.wish(name, Joining.INVITE), name))
                .isInstanceOf(SimulatedCrash.class);
        return creation.request(ana, Spaces.wish(name, Joining.INVITE), name).space();
    }

    @Test
    void recordsFailureReasonAndRetries() throws IOException {
        Space space =
                creation.request(ana, Spaces.wish("Isla", Joining.INVITE), null).space();
        made.ready(ana, space);
        assertThatThrownBy(() -> creation.retry(ana, space.slug())).isInstanceOf(ConflictException.class);

        crash.step = Step.DATABASE;
        Space second =
                creation.request(ana, Spaces.wish("Roca", Joining.INVITE), null).space();
        await().until(() -> crash.step == null);
        Path obstacle = spacesFolder.resolve(second.id() + ".db");
        Files.createDirectories(obstacle);
        await().untilAsserted(() -> {
            provisioning.resume();
            assertThat(spaces.space(ana, second.slug()).state()).isEqualTo(State.FAILED);
        });
        assertThat(spaces.space(ana, second.slug()).reason()).isNotBlank();
        assertThatThrownBy(() -> spaces.enter(ana, second.slug())).isInstanceOf(NotFoundException.class);

        Files.delete(obstacle);
        creation.retry(ana, second.slug());
        made.ready(ana, second);
    }

    @Test
    void removesDatabaseOfDeletedSpace() {
        Space space = spaces.space(made.space(ana, "Arena", Joining.INVITE));
        assertThatThrownBy(() -> deletion.delete(ana, space.slug(), "Otra")).isInstanceOf(InvalidException.class);
        crash.step = Step.DELETED;

        deletion.delete(ana, space.slug(), " Arena ");

        assertThatThrownBy(() -> spaces.enter(ana, space.slug())).isInstanceOf(NotFoundException.class);
        await().untilAsserted(() -> assertThat(entry(space).state()).isEqualTo(State.DELETED));
        assertThat(entry(space).name()).isEqualTo("Arena");
        assertThat(files(space)).isEmpty();
        assertThat(spaces.spaces(ana)).extracting(Space::id).doesNotContain(space.id());
        made.space(ana, "Arena", Joining.INVITE); // the name is free again
    }

    @Test
    void finishesInterruptedDeletionAfterRestart() {
        Space space = spaces.space(made.space(ana, "Duna", Joining.INVITE));
        SpaceEntity entity = repository.findById(space.id().value()).orElseThrow();
        entity.delete(ana, java.time.Instant.EPOCH);
        repository.saveAndFlush(entity); // the state right after the request
        assertThat(files(space)).isNotEmpty();

        provisioning.resume();

        await().untilAsserted(() -> assertThat(entry(space).state()).isEqualTo(State.DELETED));
        assertThat(files(space)).isEmpty();
    }

    /** Ignores the simulated crashes of worker threads. */
    private static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    private Space entry(Space space) {
        return repository.findById(space.id().value()).orElseThrow().toSpace();
    }

    private List<Path> files(Space space) {
        try (var all = Files.list(spacesFolder)) {
            return all.filter(path ->
                            path.getFileName().toString().startsWith(space.id().toString()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
