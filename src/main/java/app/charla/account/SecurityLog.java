package app.charla.account;

import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.TooManyRequestsException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened to the safety of each account, for its owner to read. Kept for twelve months. */
@Service
public class SecurityLog {

    private static final Logger logger = LoggerFactory.getLogger(SecurityLog.class);
    private static final Duration RETENTION = Duration.ofDays(365);
    private static final int MAX_DETAIL_LENGTH = 200;
    private static final int MAX_PAGE_SIZE = 100;

    private final SecurityEventRepository events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Who guesses all day long shall not fill the log, nor hide anything in it. */
    private final RateLimit<AccountId> failures = new RateLimit<>(20, Duration.ofHours(1));

    SecurityLog(SecurityEventRepository events, PlatformTransactionManager transactions, Clock clock) {
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Writes down what happens, in the caller's transaction if there is one.
     *
     * @param detail a device or a name, no secret; cut at 200 characters
     * @param address the network address it comes from; blank if unknown
     */
    @Transactional
    public void record(AccountId account, Kind kind, String detail, String address) {
        String cut = detail.length() > MAX_DETAIL_LENGTH ? detail.substring(0, MAX_DETAIL_LENGTH) : detail;
        events.save(new SecurityEventEntity(account, kind, cut, address, clock.instant()));
    }

    /** Writes a failed try down when it has been answered: the answer's time shall not tell that there is an account. */
    void recordFailure(AccountId account, String address) {
        try {
            failures.consume(account);
        } catch (TooManyRequestsException enoughOfThem) {
            logger.debug("More failed sign-ins of {} than are worth writing down.", account);
            return;
        }
        Thread.startVirtualThread(
                () -> transactions.executeWithoutResult(status -> record(account, Kind.SIGN_IN_FAILED, "", address)));
    }

    /**
     * What happened to one's own account, newest first.
     *
     * @param before only what came before this event; null for the newest
     * @param limit at most how many, 1–100
     */
    @Transactional(readOnly = true)
    public List<SecurityEvent> events(AccountId actor, @Nullable UUID before, int limit) {
        var most = Limit.of(Math.clamp(limit, 1, MAX_PAGE_SIZE));
        var found = before == null
                ? events.findByAccountIdOrderByIdDesc(actor.value(), most)
                : events.findByAccountIdAndIdLessThanOrderByIdDesc(actor.value(), before, most);
        return found.stream().map(SecurityEventEntity::toEvent).toList();
    }

    @Scheduled(fixedDelay = 24, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    void deleteExpired() {
        events.deleteOlderThan(clock.instant().minus(RETENTION));
    }
}
