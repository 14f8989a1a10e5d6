package app.charla.personaldata;

import app.charla.account.AccountService;
import app.charla.account.Administrators;
import app.charla.account.Reauthentication;
import app.charla.account.SecurityEvent.Kind;
import app.charla.account.SecurityLog;
import app.charla.account.SessionService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.message.AuthoredMessages;
import app.charla.personaldata.PendingDeletion.Messages;
import app.charla.space.AccountDepartures;
import app.charla.space.Space;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Deletion of accounts: requested by the owner, can be cancelled for seven days by signing in again, then carried out.
 *
 * @see <a href="../../../../../docs/decisions/019-deletion-export-and-share-links.md">decision 019</a>
 */
@Service
public class AccountDeletion {

    private static final Logger log = LoggerFactory.getLogger(AccountDeletion.class);
    private static final Duration GRACE_PERIOD = Duration.ofDays(7);

    private final DeletionRepository deletions;
    private final AccountService accounts;
    private final SessionService sessions;
    private final Reauthentication reauthentication;
    private final Administrators administrators;
    private final SecurityLog securityLog;
    private final AccountDepartures accountDepartures;
    private final AuthoredMessages messages;
    private final DataExports exports;
    private final Clock clock;

    AccountDeletion(
            DeletionRepository deletions,
            AccountService accounts,
            SessionService sessions,
            Reauthentication reauthentication,
            Administrators administrators,
            SecurityLog securityLog,
            AccountDepartures accountDepartures,
            AuthoredMessages messages,
            DataExports exports,
            Clock clock) {
        this.deletions = deletions;
        this.accounts = accounts;
        this.sessions = sessions;
        this.reauthentication = reauthentication;
        this.administrators = administrators;
        this.securityLog = securityLog;
        this.accountDepartures = accountDepartures;
        this.messages = messages;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * Requests the deletion of the account in seven days, and ends all its sessions. Repeating it restarts the seven days.
     *
     * @param session the actor's session, recently reauthenticated
     * @param address the IP address of the client, for the security log
     * @throws app.charla.core.ForbiddenException if the session is not
     * @throws app.charla.core.ConflictException if they are the last owner of a space that others are in, or the last
     *     administrator of a server on which others have accounts
     */
    public PendingDeletion request(AccountId actor, UUID session, Messages choice, String address) {
        reauthentication.require(actor, session);
        administrators.requireOther(actor);
        accountDepartures.requireOtherOwners(actor);
        PendingDeletion deletion = deletions
                .save(new DeletionEntity(actor, choice, clock.instant(), GRACE_PERIOD))
                .toDeletion();
        securityLog.record(actor, Kind.DELETION_ASKED, choice.name(), address);
        sessions.endAll(actor);
        return deletion;
    }

    /** Returns the actor's requested deletion, if there is one. */
    public Optional<PendingDeletion> pending(AccountId actor) {
        return deletions.findById(actor.value()).map(DeletionEntity::toDeletion);
    }

    /**
     * Cancels the deletion.
     *
     * @param address the IP address of the client, for the security log
     * @throws NotFoundException if none was requested
     */
    public void cancel(AccountId actor, String address) {
        if (pending(actor).isEmpty()) {
            throw new NotFoundException();
        }
        deletions.deleteById(actor.value());
        securityLog.record(actor, Kind.DELETION_UNDONE, "", address);
    }

    /** Carries out what is due. A failed deletion is retried: the account itself is removed last. */
    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void deleteDue() {
        for (DeletionEntity each : deletions.findByDueAtLessThanEqual(clock.instant())) {
            try {
                delete(each.account(), each.toDeletion());
            } catch (RuntimeException failure) {
                log.warn("deletion of account {} failed and will be retried", each.account(), failure);
            }
        }
    }

    private void delete(AccountId account, PendingDeletion deletion) {
        sessions.endAll(account);
        for (Space space : accountDepartures.spaces(account)) {
            if (deletion.messages() == Messages.REMOVE && space.isReady()) {
                messages.deleteAll(new Actor(space.id(), account));
            }
            accountDepartures.leave(account, space);
        }
        exports.discard(account);
        accounts.delete(account);
    }
}
