package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Re-authentication (step-up): actions that could take an account away from its owner require that the session has
 * authenticated within the last five minutes. Signing in counts.
 */
@Service
public class Reauthentication {

    /** The error code of a refusal: the client re-authenticates the person and tries again. */
    public static final String REQUIRED = "proof.required";

    private static final Duration TTL = Duration.ofMinutes(5);

    private final SessionRepository sessions;
    private final AccountRepository accounts;
    private final IdentityProviders providers;
    private final PasswordVerification passwords;
    private final OneTimeCodes oneTimeCodes;
    private final PasskeyCeremony passkeys;
    private final SecurityLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reauthentication(
            SessionRepository sessions,
            AccountRepository accounts,
            IdentityProviders providers,
            PasswordVerification passwords,
            OneTimeCodes oneTimeCodes,
            PasskeyCeremony passkeys,
            SecurityLog log,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.providers = providers;
        this.passwords = passwords;
        this.oneTimeCodes = oneTimeCodes;
        this.passkeys = passkeys;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns whether this session has authenticated within the last five minutes. */
    @Transactional(readOnly = true)
    public boolean isFresh(AccountId actor, UUID session) {
        return session(actor, session).reauthenticatedSince(clock.instant().minus(TTL));
    }

    /**
     * Checks that the session {@linkplain #isFresh is fresh}.
     *
     * @throws ForbiddenException with {@link #REQUIRED} if it is not
     */
    @Transactional(readOnly = true)
    public void require(AccountId actor, UUID session) {
        if (!isFresh(actor, session)) {
            throw new ForbiddenException(REQUIRED);
        }
    }

    /** Returns whether {@link #byPassword} is possible; never where people sign in by identity providers only. */
    @Transactional(readOnly = true)
    public boolean hasPassword(AccountId actor) {
        return !providers.isExclusive() && account(actor).hasPassword();
    }

    /**
     * Re-authenticates by the password.
     *
     * @param address the network address of the request, for the rate limits
     * @throws SignInFailedException if it is wrong
     * @throws ForbiddenException if people sign in by identity providers only
     * @throws app.charla.core.TooManyRequestsException if it was tried too often lately
     */
    public void byPassword(AccountId actor, UUID session, String password, String address) {
        providers.requireLocalSignIn();
        AccountEntity account = account(actor);
        Attempt attempt = Attempt.bySession(account.skeleton(), session, address);
        if (!account.hasPassword()
                || passwords
                        .verify(attempt, password, List.of(account.passwordHash()), 1)
                        .isEmpty()) {
            log.recordFailure(actor, address);
            throw new SignInFailedException();
        }
        markReauthenticated(actor, session);
    }

    /** Returns whether {@link #byCode} is possible: the actor has an authenticator app. */
    public boolean hasCodes(AccountId actor) {
        return oneTimeCodes.isEnabled(actor);
    }

    /**
     * Re-authenticates by a code of the second factor.
     *
     * @throws SignInFailedException if it is wrong or was used before
     * @throws app.charla.core.TooManyRequestsException if wrong codes were tried too often lately
     */
    public void byCode(AccountId actor, UUID session, String code, String address) {
        if (!oneTimeCodes.isEnabled(actor)
                || !oneTimeCodes.redeem(actor, code, Attempt.bySession(actor.toString(), session, address))) {
            log.recordFailure(actor, address);
            throw new SignInFailedException();
        }
        markReauthenticated(actor, session);
    }

    /** Returns whether {@link #byPasskey} is possible: the actor has a passkey, and passkeys work at the origin. */
    @Transactional(readOnly = true)
    public boolean hasPasskey(AccountId actor, String origin) {
        return passkeys.isAvailableAt(origin) && passkeys.hasPasskeys(actor);
    }

    /** Begins {@link #byPasskey}. */
    public Passkeys.AuthenticationRequest beginPasskey(String origin) {
        return new Passkeys.AuthenticationRequest(passkeys.beginAuthentication(origin), origin);
    }

    /**
     * Re-authenticates by a passkey.
     *
     * @throws SignInFailedException if the response is not by a passkey of the actor
     */
    public void byPasskey(
            AccountId actor, UUID session, Passkeys.AuthenticationRequest request, String response, String address) {
        if (!passkeys.authenticate(request, response, address).equals(actor)) {
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
