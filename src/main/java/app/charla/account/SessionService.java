package app.charla.account;

import app.charla.account.Session.Kind;
import app.charla.account.Session.Reach;
import app.charla.account.Session.Scope;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.crypto.SecretToken;
import app.charla.storage.StorageFailure;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sessions of browsers and apps, authenticated by an opaque bearer token. */
@Service
public class SessionService {

    private static final int TOKEN_BYTES = 32;
    private static final int MAX_LABEL_LENGTH = 200;

    /** Interval at which the last use of a session is saved: every time would cost a commit per request. */
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(10);

    private final SessionRepository sessions;
    private final AccountProperties settings;
    private final Reauthentication reauthentication;
    private final SecurityLog log;
    private final KnownDevices devices;
    private final ApplicationEventPublisher events;
    private final SessionActivity activity;
    private final Clock clock;

    /** Keyed by the hexadecimal digest of the token, so that tokens are not held in memory. */
    private final Cache<String, Optional<Session>> cache = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(TOUCH_INTERVAL)
            .build();

    /** Ended sessions; entries outlive those that {@link #cache} may still hold or load. */
    private final Cache<UUID, Boolean> ended = Caffeine.newBuilder()
            .expireAfterWrite(TOUCH_INTERVAL.multipliedBy(2))
            .build();

    SessionService(
            SessionRepository sessions,
            AccountProperties settings,
            Reauthentication reauthentication,
            SecurityLog log,
            KnownDevices devices,
            ApplicationEventPublisher events,
            SessionActivity uses,
            Clock clock) {
        this.sessions = sessions;
        this.activity = uses;
        this.settings = settings;
        this.reauthentication = reauthentication;
        this.log = log;
        this.devices = devices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a session for an app that has just signed in. Apps have no device cookie: one of the same name in the same
     * network is taken for the same device.
     *
     * @param label the name that it gives itself; cut at 200 characters
     * @param address the network address of the request; blank if unknown
     */
    @Transactional
    public IssuedToken open(AccountId account, Kind kind, String label, String address) {
        return open(account, kind, label, Client.at(address));
    }

    /**
     * Opens a session for a device that has just signed in, and from now on knows that device and its address.
     *
     * @param label the name that it gives itself; cut at 200 characters
     */
    @Transactional
    public IssuedToken open(AccountId account, Kind kind, String label, Client client) {
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        String shortLabel = label.length() > MAX_LABEL_LENGTH ? label.substring(0, MAX_LABEL_LENGTH) : label;
        String device = Objects.requireNonNullElseGet(client.device(), () -> client.app(shortLabel));
        Instant now = clock.instant();
        var session = SessionEntity.signedIn(account, kind, token.digest(), shortLabel, device, now);
        session.recordUse(now, settings.sessionLifetime(), client.address());
        UUID event = log.recordSignIn(session, device, !devices.isKnown(account, device));
        devices.record(account, device, client, event);
        return new IssuedToken(token.text(), sessions.save(session).toSession());
    }

    /** Opens the session of a personal access token. */
    IssuedToken issue(AccountId account, Scope scope, Reach reach, String name, Duration lifetime) {
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        Instant now = clock.instant();
        var session = SessionEntity.personal(account, scope, reach, token.digest(), name, now, now.plus(lifetime));
        return new IssuedToken(token.text(), sessions.save(session).toSession());
    }

    /**
     * The session that a token belongs to, unless it has ended. Cached, so it may be called on every request.
     *
     * @param address the network address of the request, recorded as that of the last use; blank if unknown
     * @throws app.charla.core.UnavailableException if the directory database is unavailable
     */
    public Optional<Session> authenticate(String token, String address) {
        byte[] digest = SecretToken.digest(token);
        return cache.get(HexFormat.of().formatHex(digest), unknown -> load(digest, address))
                .filter(found -> ended.getIfPresent(found.id()) == null)
                .filter(found -> clock.instant().isBefore(found.expiresAt()));
    }

    private Optional<Session> load(byte[] digest, String address) {
        Instant now = clock.instant();
        Optional<SessionEntity> found = find(digest).filter(session -> !session.isExpired(now));
        found.ifPresent(session -> {
            session.recordUse(now, settings.sessionLifetime(), address);
            activity.record(session.getId(), now, address);
        });
        return found.map(SessionEntity::toSession);
    }

    private Optional<SessionEntity> find(byte[] digest) {
        try {
            return sessions.findByTokenHash(digest);
        } catch (RuntimeException failure) {
            throw StorageFailure.translate(failure);
        }
    }

    /** The browsers and apps that are signed in, last used first; without personal access tokens. */
    @Transactional(readOnly = true)
    public List<Session> sessions(AccountId actor) {
        return findAll(actor).stream()
                .filter(session -> session.kind() != Kind.PERSONAL)
                .toList();
    }

    List<Session> findAll(AccountId actor) {
        return sessions.findByAccountIdOrderByLastUsedAtDesc(actor.value()).stream()
                .map(SessionEntity::toSession)
                .toList();
    }

    /**
     * Ends one session of the actor.
     *
     * @throws NotFoundException if the actor has no such session
     */
    @Transactional
    public void end(AccountId actor, UUID session) {
        if (end(actor, (SessionEntity s) -> s.getId().equals(session)) == 0) {
            throw new NotFoundException();
        }
    }

    /**
     * Ends all other sessions; personal access tokens stay.
     *
     * @param here the session of the request; requires a fresh {@link Reauthentication}
     */
    @Transactional
    public void endOthers(AccountId actor, UUID here) {
        reauthentication.require(actor, here);
        end(
                actor,
                session -> session.kind() != Kind.PERSONAL && !session.getId().equals(here));
    }

    /**
     * Ends all sessions and revokes all personal access tokens.
     *
     * @param here the session of the request; requires a fresh {@link Reauthentication}
     */
    @Transactional
    public void endAll(AccountId actor, UUID here) {
        reauthentication.require(actor, here);
        endAll(actor);
    }

    /** As {@link #endAll(AccountId, UUID)}, for a caller that has checked that the owner wants it. */
    @Transactional
    public void endAll(AccountId account) {
        end(account, session -> true);
    }

    private int end(AccountId actor, Predicate<SessionEntity> which) {
        List<SessionEntity> found = sessions.findByAccountIdOrderByLastUsedAtDesc(actor.value()).stream()
                .filter(which)
                .toList();
        sessions.deleteAll(found);
        found.stream().map(SessionEntity::toSession).forEach(this::recordEnd);
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

    private void recordEnd(Session session) {
        var kind =
                session.kind() == Kind.PERSONAL ? SecurityEvent.Kind.TOKEN_REVOKED : SecurityEvent.Kind.SESSION_ENDED;
        log.record(session.account(), kind, session.label(), session.address());
    }

    /** Deletes expired sessions. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    void deleteExpired() {
        sessions.deleteExpired(clock.instant());
    }
}
