package app.charla.account;

import app.charla.core.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often one may try to sign in or to register. A name under attack answers ever more slowly but never locks its
 * owner out for good; an address is limited whatever names it tries.
 */
@Component
class AttemptLimits {

    private static final int REMEMBERED = 100_000;

    private final AccountProperties settings;
    private final Cache<String, Bucket> signInsByName = cache(Duration.ofHours(2));
    private final Cache<String, Bucket> signInsByAddress = cache(Duration.ofHours(2));
    private final Cache<String, Bucket> registrationsByAddress = cache(Duration.ofHours(2));

    AttemptLimits(AccountProperties settings) {
        this.settings = settings;
    }

    void registering(String address) {
        take(registrationsByAddress, address, settings.registrationsPerHour(), Duration.ofHours(1));
    }

    void signingIn(String name, String address) {
        take(signInsByAddress, address, settings.signInsPerMinute() * 5, Duration.ofMinutes(5));
        take(signInsByName, name, settings.signInsPerMinute(), Duration.ofMinutes(1));
    }

    /** The owner has come: earlier failures are forgiven. */
    void signedIn(String name) {
        signInsByName.invalidate(name);
    }

    private void take(Cache<String, Bucket> buckets, String key, int capacity, Duration period) {
        if (!settings.limited()) {
            return;
        }
        Bucket bucket = buckets.get(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Cache<String, Bucket> cache(Duration idle) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(idle)
                .build();
    }
}
