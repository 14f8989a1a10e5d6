package app.charla.storage;

import app.charla.core.UnavailableException;
import app.charla.storage.SpaceStore.Write;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The single writer of one space. While one transaction is being made durable, the work that arrives waits in a queue,
 * and all that waits becomes the next transaction (group commit): many messages cost one flush to disk, and a lone
 * message waits for nobody.
 *
 * <p>No thread is held while there is nothing to write.
 */
final class SpaceWriter {

    /** Bounds how long the first of a group waits for the last, and what a failed group has to run again. */
    private static final int MAX_GROUP = 256;

    /**
     * How long at most to let others join while many talk at once: a commit, and telling of it, costs nearly the same
     * for one as for sixteen (decisions 013 and 038).
     */
    private static final long GATHERING_NANOS = 1_000_000;

    private static final int NOBODY = -1;

    /** How long to wait before asking again what became of a commit whose answer was lost. */
    private static final long SETTLING_MILLIS = 1_000;

    /** Makes work durable. */
    interface Committer {

        /** Runs a group of work in one transaction and returns what remains of it after a seal. */
        List<Pending<?>> commit(List<Pending<?>> group);

        /** Whether it is known of everything whether it was committed. */
        boolean isSettled();
    }

    /** Work that waits for its commit, and what became of it. */
    static final class Pending<T> {
        private final Write<T> write;
        private final AtomicInteger unanswered;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private @Nullable T result;

        Pending(Write<T> write, AtomicInteger unanswered) {
            this.write = write;
            this.unanswered = unanswered;
        }

        void run(SpaceTransaction transaction) {
            result = write.run(transaction);
        }

        @SuppressWarnings("NullAway") // a Work<@Nullable T> may answer null
        void committed() {
            unanswered.decrementAndGet();
            outcome.complete(result);
        }

        void failed(Throwable failure) {
            unanswered.decrementAndGet();
            outcome.completeExceptionally(failure);
        }

        CompletableFuture<T> outcome() {
            return outcome;
        }
    }

    private final Committer committer;
    private final Executor executor;
    private final Queue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** The most that were unanswered at once since the last group was committed. */
    private final AtomicInteger talking = new AtomicInteger();

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Thread gathering;
    private volatile int wanted = NOBODY;

    SpaceWriter(Committer committer, Executor executor) {
        this.committer = committer;
        this.executor = executor;
    }

    <T> CompletableFuture<T> submit(Write<T> write) {
        var pending = new Pending<>(write, unanswered);
        talking.accumulateAndGet(unanswered.incrementAndGet(), Math::max);
        waiting.add(pending);
        if (waitingCount.incrementAndGet() == wanted) {
            LockSupport.unpark(gathering);
        }
        start();
        return pending.outcome();
    }

    /** Returns when all that was submitted has succeeded or failed. */
    void finish() {
        submit(transaction -> true).exceptionally(failure -> false).join();
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            for (List<Pending<?>> group = next(); !group.isEmpty(); group = next()) {
                int together = group.size();
                commitAll(group);
                if (together > 2) {
                    gather(Math.clamp(talking.getAndSet(0), together, MAX_GROUP));
                }
            }
        } finally {
            running.set(false);
        }
        if (!waiting.isEmpty()) {
            start();
        } else if (!committer.isSettled()) {
            CompletableFuture.delayedExecutor(SETTLING_MILLIS, TimeUnit.MILLISECONDS, executor)
                    .execute(() -> submit(transaction -> true));
        }
    }

    /**
     * Whoever was answered may soon speak again: waits for as many as were in talk at once, but never long. Were it for
     * as many as the last group only, two halves could take turns for ever.
     */
    private void gather(int expected) {
        gathering = Thread.currentThread();
        wanted = expected;
        if (waitingCount.get() < expected) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        wanted = NOBODY;
    }

    private List<Pending<?>> next() {
        var group = new ArrayList<Pending<?>>();
        while (group.size() < MAX_GROUP && waiting.poll() instanceof Pending<?> pending) {
            group.add(pending);
        }
        waitingCount.addAndGet(-group.size());
        return group;
    }

    /**
     * Commits a group. When it fails it is halved until only what fails by itself has failed; but when the database does
     * not answer, nobody waits for it longer than the first.
     */
    private void commitAll(List<Pending<?>> all) {
        Deque<List<Pending<?>>> groups = new ArrayDeque<>();
        groups.push(all);
        while (!groups.isEmpty()) {
            List<Pending<?>> group = groups.pop();
            try {
                List<Pending<?>> rest = committer.commit(group);
                if (!rest.isEmpty()) {
                    groups.push(rest);
                }
            } catch (UnavailableException away) {
                group.forEach(pending -> pending.failed(away));
                groups.forEach(rest -> rest.forEach(pending -> pending.failed(away)));
                groups.clear();
            } catch (RuntimeException | Error failure) {
                if (group.size() == 1) {
                    group.getFirst().failed(failure);
                } else {
                    int half = group.size() / 2;
                    groups.push(group.subList(half, group.size()));
                    groups.push(group.subList(0, half));
                }
            }
        }
    }
}
