package app.charla.account;

import app.charla.core.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * A rate limit per key (token bucket). Remembers the 100,000 most recent keys. Safe for many threads.
 *
 * @param <K> the key, such as an account or a network address
 */
public final class RateLimit<K> {

    private static final int MAX_KEYS = 100_000;

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
