package app.charla.presence;

import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The presence settings of accounts, cached. */
@Component
class PresenceSettings {

    private static final int CACHE_SIZE = 20_000;

    private static final int BATCH_SIZE = 500;

    private final PresenceRepository presences;
    private final ProfileDirectory profiles;
    private final TransactionTemplate transactions;
    private final LoadingCache<AccountId, OwnPresence> cache =
            Caffeine.newBuilder().maximumSize(CACHE_SIZE).build(CacheLoader.<AccountId, OwnPresence>bulk(this::load));

    PresenceSettings(PresenceRepository presences, ProfileDirectory profiles, PlatformTransactionManager transactions) {
        this.presences = presences;
        this.profiles = profiles;
        this.transactions = new TransactionTemplate(transactions);
    }

    OwnPresence of(AccountId account) {
        return cache.get(account);
    }

    Map<AccountId, OwnPresence> of(Collection<AccountId> accounts) {
        return cache.getAll(accounts);
    }

    OwnPresence change(AccountId account, Consumer<PresenceEntity> change) {
        OwnPresence changed = Objects.requireNonNull(transactions.execute(status -> {
            PresenceEntity own = presences.findById(account.value()).orElseGet(() -> new PresenceEntity(account));
            change.accept(own);
            return presences.save(own).toOwnPresence();
        }));
        cache.put(account, changed);
        return changed;
    }

    /** Records that accounts were seen until now. */
    void recordLastSeen(Collection<AccountId> accounts, Instant now) {
        List<AccountId> all = List.copyOf(accounts);
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            List<AccountId> batch = all.subList(from, Math.min(from + BATCH_SIZE, all.size()));
            transactions.executeWithoutResult(status -> recordBatch(batch, now));
            cache.invalidateAll(batch);
        }
    }

    /** Skips accounts that were deleted meanwhile. */
    private void recordBatch(List<AccountId> batch, Instant now) {
        Map<AccountId, PresenceEntity> rows = rows(batch);
        for (AccountId account : profiles.findByIds(batch).keySet()) {
            PresenceEntity row = rows.get(account);
            if (row == null) {
                row = new PresenceEntity(account);
            }
            row.recordLastSeen(now);
            presences.save(row);
        }
    }

    private Map<AccountId, OwnPresence> load(Set<? extends AccountId> accounts) {
        var settings = new HashMap<AccountId, OwnPresence>();
        accounts.forEach(account -> settings.put(account, OwnPresence.DEFAULT));
        rows(accounts).forEach((account, row) -> settings.put(account, row.toOwnPresence()));
        return settings;
    }

    private Map<AccountId, PresenceEntity> rows(Collection<? extends AccountId> accounts) {
        var rows = new HashMap<AccountId, PresenceEntity>();
        presences
                .findByAccountIdIn(accounts.stream().map(AccountId::value).toList())
                .forEach(row -> rows.put(row.account(), row));
        return rows;
    }
}
