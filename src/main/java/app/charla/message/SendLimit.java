package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How fast one person may talk, in all chats together. */
@Component
class SendLimit {

    private final MessageProperties settings;
    private final Cache<AccountId, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();

    SendLimit(MessageProperties settings) {
        this.settings = settings;
    }

    void take(AccountId sender) {
        if (!settings.limited()) {
            return;
        }
        var probe = buckets.get(sender, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.sendBurst())
                        .refillGreedy(settings.sendsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
