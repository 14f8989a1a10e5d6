package app.charla.account;

import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.TooManyRequestsException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The security log of each account, for its owner to read. Kept for twelve months. */
@Service
public class SecurityLog {

    private static final Logger logger = LoggerFactory.getLogger(SecurityLog.class);
    private static final Duration RETENTION = Duration.ofDays(365);
    private static final int MAX_DETAIL_LENGTH = 200;
    private static final int MAX_PAGE_SIZE = 201;

    /** Kinds of events that could take an account away from its owner. A sign-in is an alert if its device is new. */
    private static final Set<Kind> ALERTS = EnumSet.of(
            Kind.TOKEN_MADE,
            Kind.IDENTITY_LINKED,
            Kind.IDENTITY_UNLINKED,
            Kind.PASSKEY_ADDED,
            Kind.PASSKEY_REMOVED,
            Kind.AUTHENTICATOR_ADDED,
            Kind.AUTHENTICATOR_REMOVED,
            Kind.RECOVERY_CODES_MADE,
            Kind.RESET_LINK_MADE,
            Kind.EMAIL_CHANGED);

    private final SecurityEventRepository events;
    private final SessionRepository sessions;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Keeps an attacker who guesses all day from filling the log and hiding other events in it. */
    private final RateLimit<AccountId> failures = new RateLimit<>(20, Duration.ofHours(1));

    SecurityLog(
            SecurityEventRepository events,
            SessionRepository sessions,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.publisher = publisher;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Appends an event of which it is not known what session did it, in the caller's transaction if there is one.
     *
     * @param detail a device or a name, no secret; cut at 200 characters
     * @param address the network address of the request; blank if unknown
     */
    @Transactional
    public void record(AccountId account, Kind kind, String detail, String address) {
        append(event(account, kind, detail, address), ALERTS.contains(kind));
    }

    /**
     * Appends what a session of the account did.
     *
     * @param detail a device or a name, no secret; cut at 200 characters
     * @param address the network address of the request; blank if unknown
     */
    @Transactional
    public void record(AccountId account, UUID session, Kind kind, String detail, String address) {
        SecurityEventEntity event = event(account, kind, detail, address);
        event.recordSource(session, device(account, session));
        append(event, ALERTS.contains(kind));
    }

    /**
     * Appends that a session created a personal access token.
     *
     * @param token the session of the token
     */
    void recordToken(AccountId account, UUID session, Session token, String address) {
        SecurityEventEntity event = event(account, Kind.TOKEN_MADE, token.label(), address);
        event.recordSource(token.id(), device(account, session));
        append(event, true);
    }

    /** Appends a sign-in, by which a device opened a session. Returns the id of the event. */
    UUID recordSignIn(SessionEntity session, String device, boolean newDevice) {
        Session opened = session.toSession();
        SecurityEventEntity event = event(opened.account(), Kind.SIGNED_IN, opened.label(), opened.address());
        event.recordSource(opened.id(), device);
        append(event, newDevice);
        return event.getId();
    }

    private SecurityEventEntity event(AccountId account, Kind kind, String detail, String address) {
        String cut = detail.length() > MAX_DETAIL_LENGTH ? detail.substring(0, MAX_DETAIL_LENGTH) : detail;
        return new SecurityEventEntity(account, kind, cut, address, clock.instant());
    }

    private @Nullable String device(AccountId account, UUID session) {
        return sessions.findByIdAndAccountId(session, account.value())
                .map(SessionEntity::device)
                .orElse(null);
    }

    private void append(SecurityEventEntity event, boolean alert) {
        if (alert) {
            event.alert();
            publishAlerts(event.account());
        }
        events.save(event);
    }

    /** Publishes {@link SecurityAlerted} after the commit of the caller's transaction. */
    void publishAlerts(AccountId account) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                publisher.publishEvent(new SecurityAlerted(account));
            }
        });
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
