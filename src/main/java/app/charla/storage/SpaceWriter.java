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
 * Single writer of one space, with group commit: while one transaction is being made durable, submitted writes wait in
 * a queue and become the next transaction. Many messages cost one flush to disk, and a lone message waits for nobody.
 *
 * <p>No thread is held while there is nothing to write.
 *
 * @see <a href="../../../../../docs/decisions/038-commit-group-size.md">decision 038</a>
 */
final class SpaceWriter {

    /**
     * Maximum number of writes in a group; bounds how long the first waits for the last, and what a failed group has to
     * repeat.
     */
    private static final int MAX_GROUP = 256;

    /**
     * Maximum time to wait for further writes while many people send at once: a commit and its fan-out cost nearly the
     * same for one write as for sixteen (decisions 013 and 038).
     */
    private static final long GATHERING_NANOS = 1_000_000;

    private static final int NOBODY = -1;

    /** Pause before asking again for the outcome of a commit whose answer was lost. */
    private static final long SETTLING_MILLIS = 1_000;

    /** Commits groups of writes. */
    interface Committer {

        /** Runs a group in one transaction and returns what remains of it after {@link SpaceTransaction#endGroup}. */
        List<Pending<?>> commit(List<Pending<?>> group);

        /** Returns whether the outcome of every commit is known. */
        boolean isSettled();
    }

    /** A write that waits for its commit, and its result. */
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

    /** Maximum number of unanswered writes since the last group was committed. */
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

    /** Waits until all submitted writes have succeeded or failed. */
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
     * Waits for more writes, up to as many as were in flight at once, but never long. If it waited for the size of the
     * last group only, two halves could alternate for ever.
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
     * Commits a group. A group that fails is halved until only the failing writes have failed; if the database does not
     * answer, all fail together.
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
