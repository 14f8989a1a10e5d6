package app.charla.account;

import app.charla.core.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often each of many may do something: so many times at once, and as often again with time. Remembers the most recent
 * hundred thousand. Safe for many threads.
 *
 * @param <K> who or what is limited
 */
public final class RateLimit<K> {

    private static final int MAX_KEYS = 100_000;

    private final int capacity;
    private final int refill;
    private final Duration period;
    private final Cache<K, Bucket> buckets;

    /** So many times in each period. */
    public RateLimit(int times, Duration period) {
        this(times, times, period);
    }

    /**
     * @param capacity how many times at once
     * @param refill how many of them come back in each period
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

    /** @throws TooManyRequestsException if it was done too often; nothing is taken then */
    public void consume(K key) {
        var probe = buckets.get(key, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Lets it begin anew. */
    public void reset(K key) {
        buckets.invalidate(key);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .build();
    }
}
