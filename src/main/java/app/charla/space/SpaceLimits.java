package app.charla.space;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Rate limits per account for requesting spaces and trying invites, and per address for visitors who try invites. */
@Component
class SpaceLimits {

    private final boolean limited;
    private final RateLimit<AccountId> requests;
    private final RateLimit<AccountId> inviteAttempts;
    private final RateLimit<String> visitorMisses;

    SpaceLimits(SpaceProperties settings) {
        limited = settings.limited();
        requests = new RateLimit<>(settings.perHour(), Duration.ofHours(1));
        inviteAttempts = new RateLimit<>(settings.inviteTriesPerMinute(), Duration.ofMinutes(1));
        visitorMisses = new RateLimit<>(settings.inviteTriesPerMinute(), Duration.ofMinutes(1));
    }

    void takeRequest(AccountId account) {
        if (limited) {
            requests.consumeAndReport(account);
        }
    }

    /** Checks that an address has not tried too many invalid invites; valid ones do not count: a class shares an address. */
    void requireVisitor(String address) {
        if (limited) {
            visitorMisses.require(address);
        }
    }

    void takeVisitor(String address) {
        if (limited) {
            visitorMisses.consumeIfPossible(address);
        }
    }

    void takeInviteAttempt(AccountId account) {
        if (limited) {
            inviteAttempts.consumeAndReport(account);
        }
    }
}
