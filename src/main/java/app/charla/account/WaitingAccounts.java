package app.charla.account;

import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.storage.StorageFailure;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that wait for the decision of an instance administrator, see {@link RegistrationMode#APPROVAL}. They may do
 * nothing, and nobody else learns of them.
 */
@Service
public class WaitingAccounts {

    private static final int MAX_CACHED = 200_000;

    private final AccountRepository accounts;
    private final SessionService sessions;
    private final Administrators administrators;
    private final SecurityLog log;

    /** Accounts that are in, which is for good: needs no invalidation, also where another node let them in. */
    private final Cache<AccountId, Boolean> admitted =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    WaitingAccounts(
            AccountRepository accounts, SessionService sessions, Administrators administrators, SecurityLog log) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.administrators = administrators;
        this.log = log;
    }

    /**
     * Returns whether an account has to wait; also if it was refused meanwhile. Cached, so it may be called on every
     * request.
     *
     * @throws app.charla.core.UnavailableException if the directory database is unavailable
     */
    public boolean isWaiting(AccountId account) {
        if (admitted.getIfPresent(account) != null) {
            return false;
        }
        boolean isIn = isIn(account);
        if (isIn) {
            admitted.put(account, true);
        }
        return !isIn;
    }

    private boolean isIn(AccountId account) {
        try {
            return accounts.existsByIdAndWaitingFalse(account.value());
        } catch (RuntimeException failure) {
            throw StorageFailure.translate(failure);
        }
    }

    /** Returns the accounts that wait, the oldest first. Administrators only. */
    @Transactional(readOnly = true)
    public List<WaitingAccount> all(AccountId actor) {
        administrators.require(actor);
        return accounts.findWaiting().stream().map(AccountEntity::toWaiting).toList();
    }

    /**
     * Lets an account in. Administrators only.
     *
     * @param address the network address of the request, for the security log
     * @throws NotFoundException if there is no such account, or it has been decided on
     */
    @Transactional
    public void accept(AccountId actor, AccountId person, String address) {
        String username = find(actor, person).username();
        if (accounts.accept(person.value()) == 0) {
            throw new NotFoundException();
        }
        log.record(actor, Kind.ACCOUNT_ACCEPTED, username, address);
        log.record(person, Kind.ACCEPTED, username(actor), "");
    }

    /**
     * Refuses an account: deletes it with its sessions, so that its username is free again. Administrators only.
     *
     * @param address the network address of the request, for the security log
     * @throws NotFoundException if there is no such account, or it has been decided on
     */
    @Transactional
    public void refuse(AccountId actor, AccountId person, String address) {
        String username = find(actor, person).username();
        sessions.endAll(person);
        if (accounts.refuse(person.value()) == 0) {
            throw new NotFoundException();
        }
        log.record(actor, Kind.ACCOUNT_REFUSED, username, address);
    }

    private WaitingAccount find(AccountId actor, AccountId person) {
        administrators.require(actor);
        return accounts.findById(person.value())
                .filter(AccountEntity::isWaiting)
                .map(AccountEntity::toWaiting)
                .orElseThrow(NotFoundException::new);
    }

    private String username(AccountId account) {
        return accounts.findById(account.value())
                .map(found -> found.toProfile().username())
                .orElse("");
    }
}
