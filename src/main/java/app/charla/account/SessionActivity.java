package app.charla.account;

import app.charla.core.UnavailableException;
import app.charla.storage.StorageFailure;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The write-behind buffer of session activity: saves the last use of sessions in the background, in one transaction per
 * second, so that no request waits for it or fails with it. Uses lost in a crash are recorded again when the session is
 * next loaded.
 */
@Component
class SessionActivity {

    private static final Logger log = LoggerFactory.getLogger(SessionActivity.class);

    private static final int BATCH_SIZE = 500;

    private record Use(Instant at, String address) {}

    private final Map<UUID, Use> pending = new ConcurrentHashMap<>();
    private final SessionRepository sessions;
    private final AccountProperties settings;
    private final TransactionTemplate transactions;

    SessionActivity(SessionRepository sessions, AccountProperties settings, PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
    }

    void record(UUID session, Instant at, String address) {
        pending.put(session, new Use(at, address));
    }

    @PreDestroy
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void flush() {
        Map<UUID, Use> uses = pending.entrySet().stream()
                .limit(BATCH_SIZE)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (uses.isEmpty()) {
            return;
        }
        try {
            transactions.executeWithoutResult(status -> sessions.findByIdIn(uses.keySet())
                    .forEach(session -> apply(session, Objects.requireNonNull(uses.get(session.getId())))));
            uses.forEach(pending::remove);
        } catch (RuntimeException failure) {
            if (!(StorageFailure.translate(failure) instanceof UnavailableException)) {
                throw failure;
            }
            log.debug("The directory is unavailable; session activity will be saved later", failure);
        }
    }

    private void apply(SessionEntity session, Use use) {
        session.recordUse(use.at(), settings.sessionLifetime(), use.address());
    }
}
