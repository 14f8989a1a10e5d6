package app.charla.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** Keeps all hashing threads of a server busy. */
@TestComponent
public class BusyHashing {

    private final HashingThreads threads;

    BusyHashing(HashingThreads threads) {
        this.threads = threads;
    }

    /** Runs an action while no thread is free. */
    public void during(Runnable action) throws InterruptedException {
        var busy = new CountDownLatch(HashingThreads.THREADS);
        var done = new CountDownLatch(1);
        var jobs = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> occupy(busy, done), Thread::startVirtualThread))
                .limit(HashingThreads.THREADS)
                .toList();
        try {
            busy.await();
            action.run();
        } finally {
            done.countDown();
            jobs.forEach(CompletableFuture::join);
        }
    }

    private void occupy(CountDownLatch busy, CountDownLatch done) {
        threads.run("somebody", () -> {
            busy.countDown();
            done.await();
            return true;
        });
    }
}
