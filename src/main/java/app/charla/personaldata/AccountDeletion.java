package app.charla.personaldata;

import app.charla.account.AccountService;
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
 * Deleting one's account: asked for, then for seven days it may be taken back by signing in, then it is gone.
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
            SecurityLog securityLog,
            AccountDepartures accountDepartures,
            AuthoredMessages messages,
            DataExports exports,
            Clock clock) {
        this.deletions = deletions;
        this.accounts = accounts;
        this.sessions = sessions;
        this.reauthentication = reauthentication;
        this.securityLog = securityLog;
        this.accountDepartures = accountDepartures;
        this.messages = messages;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * Asks for the account to be deleted in seven days, and ends all its sessions. Asking again begins anew.
     *
     * @param session in which the actor has proved themselves lately
     * @param address the network address asking, for the log
     * @throws app.charla.core.ForbiddenException if they have not
     * @throws app.charla.core.ConflictException if they are the last owner of a space that others are in
     */
    public PendingDeletion request(AccountId actor, UUID session, Messages wanted, String address) {
        reauthentication.require(actor, session);
        accountDepartures.requireOtherOwners(actor);
        PendingDeletion deletion = deletions
                .save(new DeletionEntity(actor, wanted, clock.instant(), GRACE_PERIOD))
                .toDeletion();
        securityLog.record(actor, Kind.DELETION_ASKED, wanted.name(), address);
        sessions.endAll(actor);
        return deletion;
    }

    /** What the actor has asked for, if they have. */
    public Optional<PendingDeletion> pending(AccountId actor) {
        return deletions.findById(actor.value()).map(DeletionEntity::toDeletion);
    }

    /**
     * Takes it back.
     *
     * @param address the network address asking, for the log
     * @throws NotFoundException if nothing was asked for
     */
    public void cancel(AccountId actor, String address) {
        if (pending(actor).isEmpty()) {
            throw new NotFoundException();
        }
        deletions.deleteById(actor.value());
        securityLog.record(actor, Kind.DELETION_UNDONE, "", address);
    }

    /** Does what is due. What fails is tried again: nothing of an account goes before all that needs it is done. */
    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void finish() {
        for (DeletionEntity each : deletions.findByDueAtLessThanEqual(clock.instant())) {
            try {
                finish(each.account(), each.toDeletion());
            } catch (RuntimeException later) {
                log.warn("account {} is deleted later", each.account(), later);
            }
        }
    }

    private void finish(AccountId account, PendingDeletion deletion) {
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
