package app.charla.account;

import app.charla.account.Session.Kind;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions: who is signed in, from where, for how long. Browsers and programs alike carry an opaque token. */
@Service
public class SessionService {

    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_LABEL = 200;

    /** Writing down each use would cost a commit a request; once in this while is exact enough. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(10);

    private final SessionRepository sessions;
    private final AccountProperties settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Keyed by the token's digest in hex, so that tokens are not held in memory. */
    private final Cache<String, Optional<Session>> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(TOUCH_EVERY)
            .build();

    /** Outlives whatever {@link #known} may still hold or be loading. */
    private final Cache<UUID, Boolean> ended =
            Caffeine.newBuilder().expireAfterWrite(TOUCH_EVERY.multipliedBy(2)).build();

    SessionService(
            SessionRepository sessions,
            AccountProperties settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sessions = sessions;
        this.transactions = new TransactionTemplate(transactions);
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Signs a device or program in.
     *
     * @param label what it calls itself; cut at 200 characters
     */
    @Transactional
    public IssuedToken open(AccountId account, Kind kind, String label) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String shortLabel = label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
        var session = new SessionEntity(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                account,
                kind,
                digest(token),
                shortLabel,
                clock.instant(),
                settings.sessionLifetime());
        return new IssuedToken(token, sessions.save(session).toSession());
    }

    /** The session that a token belongs to, unless it has ended. Safe to call on every request. */
    public Optional<Session> authenticate(String token) {
        byte[] digest = digest(token);
        return known.get(HexFormat.of().formatHex(digest), unknown -> use(digest))
                .filter(found -> ended.getIfPresent(found.id()) == null)
                .filter(found -> clock.instant().isBefore(found.expiresAt()));
    }

    private Optional<Session> use(byte[] digest) {
        return Objects.requireNonNull(transactions.execute(status -> sessions.findByTokenHash(digest)
                .filter(session -> !session.expired(clock.instant()))
                .map(session -> {
                    session.use(clock.instant(), settings.sessionLifetime());
                    return session.toSession();
                })));
    }

    /** The account's sessions, last used first. */
    @Transactional(readOnly = true)
    public List<Session> sessions(AccountId actor) {
        return sessions.findByAccountIdOrderByLastUsedAtDesc(actor.value()).stream()
                .map(SessionEntity::toSession)
                .toList();
    }

    /**
     * Signs one device or program out.
     *
     * @throws NotFoundException if it is not the actor's
     */
    @Transactional
    public void end(AccountId actor, UUID session) {
        if (end(actor, (SessionEntity s) -> s.getId().equals(session)) == 0) {
            throw new NotFoundException();
        }
    }

    /** Signs the account out everywhere. */
    @Transactional
    public void endAll(AccountId actor) {
        end(actor, session -> true);
    }

    private int end(AccountId actor, Predicate<SessionEntity> which) {
        List<SessionEntity> found = sessions.findByAccountIdOrderByLastUsedAtDesc(actor.value()).stream()
                .filter(which)
                .toList();
        sessions.deleteAll(found);
        Set<UUID> ids = found.stream().map(SessionEntity::getId).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ids.forEach(id -> ended.put(id, true));
                events.publishEvent(new SessionsEnded(actor, ids));
            }
        });
        return found.size();
    }

    /** Forgets sessions that nobody used for too long. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    @Transactional
    void sweep() {
        sessions.deleteExpired(clock.instant());
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
