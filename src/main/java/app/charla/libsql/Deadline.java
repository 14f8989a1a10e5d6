package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Deadline and cancellation of a JDBC call that waits for the server. Cancelling the exchange closes its connection,
 * and so makes the server stop the statement and release its locks.
 */
final class Deadline {

    private static final long MIN_PAUSE_MILLIS = 50;

    private final long deadline;
    private final Kind late;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable Runnable abort;

    private Deadline(Duration limit, Kind late) {
        this.deadline = System.nanoTime() + limit.toNanos();
        this.late = late;
    }

    /** @param query the statement's own limit, zero for none */
    static Deadline within(Duration network, Duration query) {
        Duration limit = network.isZero() ? Duration.ofDays(365) : network;
        boolean queryFirst = !query.isZero() && query.compareTo(limit) <= 0;
        return queryFirst ? new Deadline(query, Kind.TIMED_OUT) : new Deadline(limit, Kind.STALLED);
    }

    static Deadline within(Duration limit) {
        return within(limit, Duration.ZERO);
    }

    /** Stops the call, now or as soon as it begins to wait. Needs no lock. */
    void cancel() {
        cancelled.countDown();
        Runnable running = abort;
        if (running != null) {
            running.run();
        }
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    long remainingNanos() {
        return Math.max(0, deadline - System.nanoTime());
    }

    HranaException tooLate() {
        return new HranaException(late, "No answer from the server in time");
    }

    void requireNotCancelled() throws HranaException {
        if (isCancelled()) {
            throw new HranaException(Kind.NOT_SENT, "Cancelled");
        }
    }

    /** Waits before another attempt: the longer, the more there were, and not all for the same time. */
    void backOff(int attempts) throws HranaException {
        long most = TimeUnit.MILLISECONDS.toNanos(MIN_PAUSE_MILLIS << attempts);
        long pause = ThreadLocalRandom.current().nextLong(most / 2, most);
        try {
            if (cancelled.await(Math.min(pause, remainingNanos()), TimeUnit.NANOSECONDS)) {
                throw new HranaException(Kind.NOT_SENT, "Cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HranaException(Kind.NOT_SENT, "Interrupted", e);
        }
    }

    /** Waits for an exchange, and aborts it when it takes too long, is cancelled or the thread is interrupted. */
    <T> T await(CompletableFuture<T> exchange) throws HranaException, ExecutionException {
        abort = () -> exchange.cancel(true);
        if (isCancelled()) {
            exchange.cancel(true);
        }
        try {
            return exchange.get(remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw tooLate();
        } catch (CancellationException e) {
            throw new HranaException(Kind.CANCELLED, "Cancelled", e);
        } catch (ExecutionException e) {
            // The connection that cancelling has closed may be heard of first.
            if (isCancelled()) {
                throw new HranaException(Kind.CANCELLED, "Cancelled", e);
            }
            throw e;
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new HranaException(Kind.CANCELLED, "Interrupted", e);
        } finally {
            abort = null;
        }
    }

    /** Lets {@link #cancel()} run the action until it is replaced by null. */
    void onCancel(@Nullable Runnable action) {
        abort = action;
        if (action != null && isCancelled()) {
            action.run();
        }
    }
}
