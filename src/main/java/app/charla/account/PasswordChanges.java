package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Password changes by a signed-in owner; {@link PasswordResets} is for owners who have forgotten theirs. */
@Service
public class PasswordChanges {

    private final AccountRepository accounts;
    private final IdentityProviders providers;
    private final SessionService sessions;
    private final Passwords passwords;
    private final Reauthentication reauthentication;
    private final SecurityLog log;
    private final TransactionTemplate transactions;

    PasswordChanges(
            AccountRepository accounts,
            IdentityProviders providers,
            SessionService sessions,
            Passwords passwords,
            Reauthentication reauthentication,
            SecurityLog log,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.providers = providers;
        this.sessions = sessions;
        this.passwords = passwords;
        this.reauthentication = reauthentication;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Changes the password and ends the other sessions. An account without a password gets its first one, which requires
     * a fresh {@link Reauthentication}.
     *
     * @param current the current password; blank if there is none
     * @throws InvalidException for the field {@code current} or {@code password}
     * @throws ForbiddenException if people sign in by identity providers only
     */
    public void change(AccountId actor, UUID session, String current, String newPassword, String address) {
        providers.requireLocalSignIn();
        if (reauthentication.hasPassword(actor)) {
            reauthenticate(actor, session, current, address);
        } else {
            reauthentication.require(actor, session);
        }
        String hash = passwords.checkAndHash(newPassword, account(actor).toAccount(), address);
        transactions.executeWithoutResult(status -> {
            account(actor).changePassword(hash);
            log.record(actor, SecurityEvent.Kind.PASSWORD_CHANGED, "", address);
            sessions.endOthers(actor, session);
        });
    }

    private void reauthenticate(AccountId actor, UUID session, String current, String address) {
        try {
            reauthentication.byPassword(actor, session, current, address);
        } catch (SignInFailedException wrong) {
            throw new InvalidException("current", "password.wrong");
        }
    }

    private AccountEntity account(AccountId actor) {
        return accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
    }
}
