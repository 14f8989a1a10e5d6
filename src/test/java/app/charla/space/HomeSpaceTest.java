package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.SpaceStore;
import app.charla.storage.StorageProperties;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** In an application of its own: it changes the home space. */
@ServiceTest
@TestPropertySource(properties = "charla.space.take-over-seconds=3600")
class HomeSpaceTest {

    @Autowired
    private People people;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceRegister register;

    @Autowired
    private SpaceRepository repository;

    @Autowired
    private SpaceClaims claims;

    @Autowired
    private SpaceProvisioner provisioner;

    @Autowired
    private SpaceStore store;

    @Autowired
    private StorageProperties storage;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private DataSource directory;

    @Test
    void hasADatabaseOfItsOwn() {
        String address = new JdbcTemplate(directory)
                .queryForObject("SELECT database_url FROM space WHERE home = 1", String.class);
        if (storage.inFiles()) {
            assertThat(address).isEmpty();
            assertThat(storage.spaceFile(spaces.home().id())).exists();
        } else {
            assertThat(address).isEqualTo("namespace:space-" + spaces.home().id());
        }
    }

    @Test
    void admitsAPersonOnceThoughManyRequestsComeFirst() throws Exception {
        AccountId person = people.person("first").account();
        var actor = new Actor(spaces.home().id(), person);
        for (int round = 0; round < 5; round++) {
            new JdbcTemplate(directory).update("DELETE FROM space_member");
            spaces.removeFromCache(actor);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Actor>> entering = Collections.nCopies(12, () -> spaces.enterHome(person));
                for (Future<Actor> entered : threads.invokeAll(entering)) {
                    assertThat(entered.get()).isEqualTo(actor);
                }
            }
            assertThat(spaces.role(actor)).isEqualTo(SpaceRole.MEMBER);
        }
    }

    @Test
    void isMadeByOneProcessAndTakenOverWhenThatEnds() throws Exception {
        var sql = new JdbcTemplate(directory);
        sql.update(
                "UPDATE space SET state = 'PROVISIONING', worker = 'other', worker_until = 9000000000000 WHERE home = 1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HomeSpace> starting = threads.submit(
                    () -> new HomeSpace(register, repository, claims, provisioner, store, transactions, clock));
            assertThat(claims.take(spaces.home().id())).isFalse();
            assertThat(starting.isDone()).isFalse();
            sql.update("UPDATE space SET worker_until = 1 WHERE home = 1");
            assertThat(starting.get().id()).isEqualTo(spaces.home().id());
        }
        await().until(() -> register.space(spaces.home().id()).isReady());
        assertThat(sql.queryForList("SELECT worker FROM space WHERE worker IS NOT NULL"))
                .isEmpty();
    }
}
