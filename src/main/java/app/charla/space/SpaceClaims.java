package app.charla.space;

import app.charla.core.SpaceId;
import app.charla.storage.StorageProperties;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims of this process on spaces that it makes, removes or changes in the register. A claim lasts half a minute by the clock
 * of the database and is renewed while it is held; that of a process which ended becomes free by itself.
 *
 * @see <a href="../../../../../docs/decisions/052-late-commits-and-claims.md">decision 052</a>
 */
@Component
class SpaceClaims {

    private static final int RENEWAL_SECONDS = 10;
    private static final Logger log = LoggerFactory.getLogger(SpaceClaims.class);

    private final SpaceRepository spaces;
    private final TransactionTemplate transactions;
    private final String worker = UUID.randomUUID().toString();
    private final Set<SpaceId> held = ConcurrentHashMap.newKeySet();

    SpaceClaims(SpaceRepository spaces, PlatformTransactionManager transactions, StorageProperties storage) {
        this.spaces = spaces;
        this.transactions = new TransactionTemplate(transactions);
        if (storage.inFiles()) { // the folder has one user: who held these has ended
            count(spaces::releaseAllClaims);
        }
    }

    /** Claims a space until its {@link #release}. Returns false if it is held already, here or by another process. */
    boolean take(SpaceId space) {
        boolean taken = held.add(space);
        if (taken && count(() -> spaces.claim(space.value(), worker)) == 0) {
            held.remove(space);
            return false;
        }
        return taken;
    }

    /**
     * Renews a claim that was {@linkplain #take taken}; within a transaction of the directory, what else that writes is
     * written by the holder only.
     *
     * @throws ClaimLostException if it expired and another process took it
     */
    void require(SpaceId space) {
        if (count(() -> spaces.renewClaim(space.value(), worker)) == 0) {
            throw new ClaimLostException();
        }
    }

    void release(SpaceId space) {
        held.remove(space);
        count(() -> spaces.releaseClaim(space.value(), worker));
    }

    @Scheduled(fixedDelay = RENEWAL_SECONDS, initialDelay = RENEWAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    void renew() {
        for (SpaceId space : List.copyOf(held)) {
            if (count(() -> spaces.renewClaim(space.value(), worker)) == 0) {
                held.remove(space);
                log.warn("the claim on space {} was lost: another process goes on with it", space);
            }
        }
    }

    private int count(Supplier<Integer> change) {
        return Objects.requireNonNull(transactions.execute(status -> change.get()));
    }

    /** Frees what is held, so that nobody waits for it to expire. */
    @PreDestroy
    void close() {
        List.copyOf(held).forEach(this::release);
    }
}
