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

/** The security log of each account, for its owner to read. Kept for twelve months. */
@Service
public class SecurityLog {

    private static final Logger logger = LoggerFactory.getLogger(SecurityLog.class);
    private static final Duration RETENTION = Duration.ofDays(365);
    private static final int MAX_DETAIL_LENGTH = 200;
    private static final int MAX_PAGE_SIZE = 201;

    private final SecurityEventRepository events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Keeps an attacker who guesses all day from filling the log and hiding other events in it. */
    private final RateLimit<AccountId> failures = new RateLimit<>(20, Duration.ofHours(1));

    SecurityLog(SecurityEventRepository events, PlatformTransactionManager transactions, Clock clock) {
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Appends an event, in the caller's transaction if there is one.
     *
     * @param detail a device or a name, no secret; cut at 200 characters
     * @param address the network address of the request; blank if unknown
     * @return the id of the event
     */
    @Transactional
    public UUID record(AccountId account, Kind kind, String detail, String address) {
        String cut = detail.length() > MAX_DETAIL_LENGTH ? detail.substring(0, MAX_DETAIL_LENGTH) : detail;
        return events.save(new SecurityEventEntity(account, kind, cut, address, clock.instant()))
                .getId();
    }

    /** Appends a failed sign-in on another thread, so that the response time does not tell whether there is an account. */
    void recordFailure(AccountId account, String address) {
        try {
            failures.consume(account);
        } catch (TooManyRequestsException tooMany) {
            logger.debug("Too many failed sign-ins of {}; not all are recorded", account);
            return;
        }
        Thread.startVirtualThread(
                () -> transactions.executeWithoutResult(status -> record(account, Kind.SIGN_IN_FAILED, "", address)));
    }

    /**
     * The events of the actor's account, newest first.
     *
     * @param before only events before this one; null for the newest
     * @param limit how many at most, 1–201
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
