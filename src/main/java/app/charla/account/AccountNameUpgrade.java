package app.charla.account;

import app.charla.unicode.NameRule;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the names of accounts that were made under older rules under the present ones, before the server answers. A
 * username that cannot be seen, or that now looks like that of an account with a lower identifier, is replaced by a free
 * one; the log names it. Each batch is a transaction, so a start that was interrupted goes on where it was; nodes that
 * start at once find the other's work done.
 */
@Component
class AccountNameUpgrade implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AccountNameUpgrade.class);

    private static final int BATCH_SIZE = 500;
    private static final int MAX_ATTEMPTS = 5;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String FALLBACK_USERNAME = "guest";

    private final AccountRepository accounts;
    private final UsernameGenerator usernameGenerator;
    private final TransactionTemplate transactions;

    AccountNameUpgrade(
            AccountRepository accounts, UsernameGenerator usernameGenerator, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.usernameGenerator = usernameGenerator;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.existsByNamesFormLessThan(SearchName.FORM)) {
            return; // an index says so, however many there are
        }
        UUID done = FIRST;
        for (UUID last = upgradeBatch(done); !last.equals(done); last = upgradeBatch(done)) {
            done = last;
        }
    }

    /** Upgrades some accounts after an identifier; returns the last one's, or the given one if there was none. */
    private UUID upgradeBatch(UUID after) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> {
                    List<AccountEntity> stale = accounts.findStale(after, SearchName.FORM, Limit.of(BATCH_SIZE));
                    stale.forEach(this::upgrade);
                    return stale.isEmpty() ? after : stale.getLast().id().value();
                }));
            } catch (OptimisticLockingFailureException | DataIntegrityViolationException otherNode) {
                if (attempt == MAX_ATTEMPTS) {
                    throw otherNode;
                }
            }
        }
    }

    private void upgrade(AccountEntity account) {
        Profile before = account.toProfile();
        Username username = Username.restored(before.username())
                .map(stored -> unique(account, stored))
                .orElseGet(this::fallback);
        if (!username.text().equals(before.username())) {
            log.warn("the username of account {} was unusable; it is now {}", before.id(), username.text());
        }
        account.changeUsername(username);
        String name = NameRule.clean(before.name());
        account.rename(name.isEmpty() ? username.text() : name);
    }

    /** The username itself, unless it looks like that of another account now. */
    private Username unique(AccountEntity account, Username username) {
        boolean taken = !username.skeleton().equals(account.skeleton()) && !usernameGenerator.isFree(username);
        return taken ? usernameGenerator.withNumber(username.text()) : username;
    }

    private Username fallback() {
        Username username = Username.of(FALLBACK_USERNAME);
        return usernameGenerator.isFree(username) ? username : usernameGenerator.withNumber(FALLBACK_USERNAME);
    }
}
