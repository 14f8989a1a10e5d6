package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether it is really the account's owner who sits at a session. What could take the account away from them asks for a
 * proof within the last five minutes; signing in is one.
 */
@Service
public class Reauthentication {

    /** The code of the refusal: the person is to prove themselves, then try again. */
    public static final String REQUIRED = "proof.required";

    private static final Duration TTL = Duration.ofMinutes(5);

    private final SessionRepository sessions;
    private final AccountRepository accounts;
    private final IdentityProviders providers;
    private final Passwords passwords;
    private final OneTimeCodes oneTimeCodes;
    private final PasskeyCeremony passkeys;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reauthentication(
            SessionRepository sessions,
            AccountRepository accounts,
            IdentityProviders providers,
            Passwords passwords,
            OneTimeCodes oneTimeCodes,
            PasskeyCeremony passkeys,
            AttemptLimits limits,
            SecurityLog log,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.providers = providers;
        this.passwords = passwords;
        this.oneTimeCodes = oneTimeCodes;
        this.passkeys = passkeys;
        this.limits = limits;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether the actor has proved themselves in this session lately. */
    @Transactional(readOnly = true)
    public boolean isFresh(AccountId actor, UUID session) {
        return session(actor, session).reauthenticatedSince(clock.instant().minus(TTL));
    }

    /**
     * Insists on a fresh proof.
     *
     * @throws ForbiddenException with {@link #REQUIRED} if there is none
     */
    @Transactional(readOnly = true)
    public void require(AccountId actor, UUID session) {
        if (!isFresh(actor, session)) {
            throw new ForbiddenException(REQUIRED);
        }
    }

    /** Whether the actor has a password to prove themselves by; nobody has where people come by providers only. */
    @Transactional(readOnly = true)
    public boolean hasPassword(AccountId actor) {
        return !providers.isExclusive() && account(actor).hasPassword();
    }

    /**
     * Proves by the password.
     *
     * @param address the network address asking, for the limits
     * @throws SignInFailedException if it is another
     * @throws ForbiddenException if people come by providers only
     * @throws app.charla.core.TooManyRequestsException if it was tried too often lately
     */
    public void byPassword(AccountId actor, UUID session, String password, String address) {
        providers.requireLocalSignIn();
        AccountEntity account = account(actor);
        String key = account.skeleton();
        limits.limitSignIn(key, address);
        if (!account.hasPassword() || !passwords.matches(password, account.passwordHash())) {
            log.recordFailure(actor, address);
            throw new SignInFailedException();
        }
        limits.resetSignIn(key);
        markReauthenticated(actor, session);
    }

    /** Whether the actor has an app that shows codes. */
    public boolean hasCodes(AccountId actor) {
        return oneTimeCodes.isEnabled(actor);
    }

    /**
     * Proves by a code of the second factor.
     *
     * @throws SignInFailedException if it is wrong or was used before
     * @throws app.charla.core.TooManyRequestsException if wrong ones came too often lately
     */
    public void byCode(AccountId actor, UUID session, String code, String address) {
        if (!oneTimeCodes.isEnabled(actor) || !oneTimeCodes.redeem(actor, code, address)) {
            log.recordFailure(actor, address);
            throw new SignInFailedException();
        }
        markReauthenticated(actor, session);
    }

    /** Whether the actor has a passkey that works at an origin. */
    @Transactional(readOnly = true)
    public boolean hasPasskey(AccountId actor, String origin) {
        return passkeys.isAvailableAt(origin) && passkeys.hasPasskeys(actor);
    }

    /** What to ask the browser for {@link #byPasskey}. */
    public Passkeys.AuthenticationRequest beginPasskey(String origin) {
        return new Passkeys.AuthenticationRequest(passkeys.beginAuthentication(origin), origin);
    }

    /**
     * Proves by a passkey.
     *
     * @throws SignInFailedException if it is not one of the actor's
     */
    public void byPasskey(AccountId actor, UUID session, Passkeys.AuthenticationRequest question, String answer, String address) {
        limits.limitSignInByAddress(address);
        if (!passkeys.authenticate(question.options(), answer, question.origin()).equals(actor)) {
            throw new SignInFailedException();
        }
        markReauthenticated(actor, session);
    }

    private void markReauthenticated(AccountId actor, UUID session) {
        transactions.executeWithoutResult(status -> session(actor, session).markReauthenticated(clock.instant()));
    }

    private SessionEntity session(AccountId actor, UUID session) {
        return sessions.findByIdAndAccountId(session, actor.value()).orElseThrow(NotFoundException::new);
    }

    private AccountEntity account(AccountId actor) {
        return accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
    }
}
