package app.charla.space;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one person may make a space or try an invite. */
@Component
class SpaceLimits {

    private final boolean limited;
    private final RateLimit<AccountId> requests;
    private final RateLimit<AccountId> tries;

    SpaceLimits(SpaceProperties settings) {
        limited = settings.limited();
        requests = new RateLimit<>(settings.perHour(), Duration.ofHours(1));
        tries = new RateLimit<>(settings.inviteTriesPerMinute(), Duration.ofMinutes(1));
    }

    void takeRequest(AccountId account) {
        if (limited) {
            requests.consume(account);
        }
    }

    void takeInviteAttempt(AccountId account) {
        if (limited) {
            tries.consume(account);
        }
    }
}
