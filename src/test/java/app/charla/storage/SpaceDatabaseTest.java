package app.charla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

class SpaceDatabaseTest {

    @Test
    void evictsWithoutWaitingForASpaceThatOpens() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var database = new SpaceDatabase("slow", () -> {
            asked.countDown();
            waitFor(answer);
            return source();
        });
        var opening = CompletableFuture.supplyAsync(() -> connect(database), Thread::startVirtualThread);
        waitFor(asked);

        var looking = CompletableFuture.supplyAsync(
                () -> database.source() == null && !database.closeIfIdle(), Thread::startVirtualThread);
        assertThat(looking.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(opening).isNotDone();

        answer.countDown();
        opening.get(10, TimeUnit.SECONDS).close();
        database.release();
        assertThat(database.closeIfIdle()).isTrue();
    }

    @Test
    void closesAfterItsLastConnectionIsReturned() throws Exception {
        var database = new SpaceDatabase("used", SpaceDatabaseTest::source);
        connect(database).close();
        database.close();
        assertThat(database.closeIfIdle()).as("still in use").isFalse();
        database.release();
        assertThat(database.closeIfIdle()).isTrue();
        assertThat(database.connect()).isNull();
    }

    private static Connection connect(SpaceDatabase database) {
        try {
            return Objects.requireNonNull(database.connect());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static DataSource source() {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite::memory:");
        return source;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
