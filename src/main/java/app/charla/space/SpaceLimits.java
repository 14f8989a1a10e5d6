package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one person may make a space or try an invite. */
@Component
class SpaceLimits {

    private final SpaceProperties settings;
    private final Cache<AccountId, Bucket> requests = cache();
    private final Cache<AccountId, Bucket> tries = cache();

    SpaceLimits(SpaceProperties settings) {
        this.settings = settings;
    }

    void requesting(AccountId account) {
        take(requests, account, settings.perHour(), Duration.ofHours(1));
    }

    void tryingInvite(AccountId account) {
        take(tries, account, settings.inviteTriesPerMinute(), Duration.ofMinutes(1));
    }

    private void take(Cache<AccountId, Bucket> buckets, AccountId account, int capacity, Duration period) {
        if (!settings.limited()) {
            return;
        }
        Bucket bucket = buckets.get(
                account,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Cache<AccountId, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }
}
