package app.charla.space;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Rate limits per account for requesting spaces and trying invites. */
@Component
class SpaceLimits {

    private final boolean limited;
    private final RateLimit<AccountId> requests;
    private final RateLimit<AccountId> inviteAttempts;

    SpaceLimits(SpaceProperties settings) {
        limited = settings.limited();
        requests = new RateLimit<>(settings.perHour(), Duration.ofHours(1));
        inviteAttempts = new RateLimit<>(settings.inviteTriesPerMinute(), Duration.ofMinutes(1));
    }

    void takeRequest(AccountId account) {
        if (limited) {
            requests.consumeAndReport(account);
        }
    }

    void takeInviteAttempt(AccountId account) {
        if (limited) {
            inviteAttempts.consumeAndReport(account);
        }
    }
}
