package app.charla.account;

import app.charla.core.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rate limit per key (token bucket). Remembers the 100,000 most recent keys. Safe for many threads.
 *
 * @param <K> the key, such as an account or a network address
 */
public final class RateLimit<K> {

    private static final int MAX_KEYS = 100_000;
    private static final ThreadLocal<@Nullable Consumer<Status>> OBSERVER = new ThreadLocal<>();

    /**
     * The state of a limit for one key.
     *
     * @param quota the size of the bucket
     * @param window the time in which an empty bucket fills
     * @param remaining tokens that are left
     * @param reset the time until the bucket is full; of an empty one, until it has a token again
     */
    public record Status(int quota, Duration window, long remaining, Duration reset) {}

    /** The time in which limits are observed. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    private final int capacity;
    private final int refill;
    private final Duration period;
    private final Cache<K, Bucket> buckets;

    /** Creates a limit of so many times in each period, all of them at once if need be. */
    public RateLimit(int times, Duration period) {
        this(times, times, period);
    }

    /**
     * @param capacity the size of the bucket: how many times at once
     * @param refill how many tokens come back in each period
     */
    public RateLimit(int capacity, int refill, Duration period) {
        this.capacity = capacity;
        this.refill = refill;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(period.multipliedBy(2L * Math.ceilDiv(capacity, refill))) // full again by then
                .build();
    }

    /**
     * Takes one token from the bucket of the key.
     *
     * @throws TooManyRequestsException if the bucket is empty
     */
    public void consume(K key) {
        var probe = buckets.get(key, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /**
     * Takes one token as {@link #consume} does, and reports what is left to the observer of this thread. For limits that
     * the caller may know of: never for one that tells whether an account exists.
     *
     * @throws TooManyRequestsException if the bucket is empty
     */
    public void consumeAndReport(K key) {
        var probe = buckets.get(key, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        Consumer<Status> observer = OBSERVER.get();
        if (observer != null) {
            long remaining = probe.getRemainingTokens();
            Duration full = probe.isConsumed() ? filling((int) (capacity - remaining)) : wait;
            observer.accept(new Status(capacity, filling(capacity), remaining, full));
        }
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(wait);
        }
    }

    private Duration filling(int tokens) {
        return period.multipliedBy(tokens).dividedBy(refill);
    }

    /** Observes the limits that this thread consumes, until the scope is closed. */
    public static Scope observe(Consumer<Status> observer) {
        OBSERVER.set(observer);
        return OBSERVER::remove;
    }

    /**
     * Checks that a token is left in the bucket of the key, and leaves it there.
     *
     * @throws TooManyRequestsException if the bucket is empty
     */
    public void require(K key) {
        Bucket bucket = buckets.getIfPresent(key);
        if (bucket == null) {
            return; // full
        }
        var estimate = bucket.estimateAbilityToConsume(1);
        if (!estimate.canBeConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
        }
    }

    /** Takes one token from the bucket of the key, if there is one left. */
    public void consumeIfPossible(K key) {
        buckets.get(key, unknown -> bucket()).tryConsume(1);
    }

    /** Fills the bucket of the key. */
    public void reset(K key) {
        buckets.invalidate(key);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .build();
    }
}
