package app.charla.message;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The send rate limit of an account over all chats. */
@Component
class SendLimit {

    private final boolean limited;
    private final RateLimit<AccountId> sends;

    SendLimit(MessageProperties settings) {
        limited = settings.limited();
        sends = new RateLimit<>(settings.sendBurst(), settings.sendsPerSecond(), Duration.ofSeconds(1));
    }

    void take(AccountId sender) {
        if (limited) {
            sends.consumeAndReport(sender);
        }
    }
}
