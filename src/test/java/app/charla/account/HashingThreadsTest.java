package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.core.InvalidException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingThreadsTest {

    private final HashingThreads patient = threads(Duration.ofMinutes(1));
    private final HashingThreads impatient = threads(Duration.ofMillis(50));

    private static HashingThreads threads(Duration wait) {
        return new HashingThreads(new AccountProperties(true, 10, 20, 120, Duration.ofDays(1), wait, 64));
    }

    @AfterEach
    void close() {
        patient.close();
        impatient.close();
    }

    @Test
    void runsTwoAtATimeAtMost() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();

        var jobs = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 100; i++) {
            String network = "network " + i % 7;
            jobs.add(submit(patient, network, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
            }));
        }
        jobs.forEach(CompletableFuture::join);

        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void refusesWhoWouldWaitTooLong() throws InterruptedException {
        var ran = new AtomicBoolean();

        new BusyHashing(impatient)
                .during(() -> assertThatThrownBy(() -> impatient.run("a", () -> {
                            ran.set(true);
                            return 1;
                        }))
                        .isInstanceOfSatisfying(
                                OverloadedException.class,
                                overloaded ->
                                        assertThat(overloaded.retryAfter()).isPositive()));

        assertThat(impatient.run("a", () -> 2)).as("it is free again").isEqualTo(2);
        assertThat(ran).as("what was given up is not done later").isFalse();
    }

    @Test
    void letsNetworksTakeTurns() throws InterruptedException {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        var jobs = new ArrayList<CompletableFuture<?>>();

        new BusyHashing(patient).during(() -> {
            for (int i = 0; i < 150; i++) {
                jobs.add(submit(patient, "flood", () -> order.add("flood")));
            }
            await().until(() -> patient.countWaiting() == 150);
            jobs.add(submit(patient, "ana", () -> order.add("ana")));
            await().until(() -> patient.countWaiting() == 151);
        });
        jobs.forEach(CompletableFuture::join);

        assertThat(order.indexOf("ana")).isBetween(0, 3);
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> patient.run("a", () -> {
                    throw new InvalidException("password", "password.weak");
                }))
                .isInstanceOf(InvalidException.class);
    }

    private static CompletableFuture<?> submit(HashingThreads threads, String network, Runnable work) {
        return CompletableFuture.runAsync(
                () -> threads.run(network, () -> {
                    work.run();
                    return true;
                }),
                Thread::startVirtualThread);
    }
}
