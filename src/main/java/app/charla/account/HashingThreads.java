package app.charla.account;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The threads that hash passwords, two at most, and the fair queue in front of them. Hashing is slow by design and takes
 * 16 MiB each time: few threads keep a flood of sign-ins from slowing the rest of the server down. Networks take turns, so
 * that whoever sends a hundred requests delays their own. Of this node only. Safe for many threads.
 */
@Component
class HashingThreads {

    /** Number of threads; half of the processors are left to everything else. */
    static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);

    private final Duration maxWait;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("password-hashing-", 0).factory());

    /** Queue of each network; the first network has the next turn. Guarded by this. */
    private final LinkedHashMap<String, Deque<FutureTask<?>>> waiting = new LinkedHashMap<>();

    HashingThreads(AccountProperties settings) {
        this.maxWait = settings.hashWait();
    }

    /**
     * Runs work on a hashing thread and returns its result. An exception of the work is thrown as it is.
     *
     * @param network whose turn it takes
     * @throws OverloadedException if the work could not be begun within five seconds; it will not be
     */
    <T> T run(String network, Callable<T> work) {
        var task = new FutureTask<>(work);
        enqueue(network, task);
        threads.execute(this::runNext);
        try {
            return get(network, task);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("password hashing failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            remove(network, task);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a hash", interrupted);
        }
    }

    private <T> T get(String network, FutureTask<T> task) throws ExecutionException, InterruptedException {
        try {
            return task.get(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (remove(network, task)) {
                throw new OverloadedException(maxWait);
            }
            return task.get(); // it has begun, and takes milliseconds
        }
    }

    private synchronized void enqueue(String network, FutureTask<?> task) {
        waiting.computeIfAbsent(network, first -> new ArrayDeque<>()).add(task);
    }

    private synchronized boolean remove(String network, FutureTask<?> task) {
        Deque<FutureTask<?>> tasks = waiting.get(network);
        if (tasks == null || !tasks.remove(task)) {
            return false;
        }
        if (tasks.isEmpty()) {
            waiting.remove(network);
        }
        return true;
    }

    synchronized int countWaiting() {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private void runNext() {
        FutureTask<?> task = poll();
        if (task != null) {
            task.run();
        }
    }

    private synchronized @Nullable FutureTask<?> poll() {
        var first = waiting.pollFirstEntry();
        if (first == null) {
            return null; // whoever waited has given up
        }
        FutureTask<?> task = first.getValue().remove();
        if (!first.getValue().isEmpty()) {
            waiting.put(first.getKey(), first.getValue()); // behind the others
        }
        return task;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
