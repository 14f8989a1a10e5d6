package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new password: for who knows the present one, and by a link for who has forgotten it. Where people come by providers
 * only, all of it is refused.
 */
@Service
public class PasswordChanges {

    private static final Logger logger = LoggerFactory.getLogger(PasswordChanges.class);
    private static final int TOKEN_BYTES = 32;
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MAX_ACCOUNTS_PER_EMAIL = 3;

    private final AccountRepository accounts;
    private final PasswordResetRepository resets;
    private final IdentityProviders providers;
    private final SessionService sessions;
    private final Passwords passwords;
    private final Reauthentication reauthentication;
    private final PasswordResetMail mail;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordChanges(
            AccountRepository accounts,
            PasswordResetRepository resets,
            IdentityProviders providers,
            SessionService sessions,
            Passwords passwords,
            Reauthentication reauthentication,
            PasswordResetMail mail,
            AttemptLimits limits,
            SecurityLog log,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.providers = providers;
        this.sessions = sessions;
        this.passwords = passwords;
        this.reauthentication = reauthentication;
        this.mail = mail;
        this.limits = limits;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether there are passwords here at all. */
    public boolean isAvailable() {
        return !providers.isExclusive();
    }

    /**
     * Changes the password and ends the other sessions. An account without one gets its first by a fresh {@link Reauthentication}.
     *
     * @param present the password so far; blank if there is none
     * @throws InvalidException naming {@code current} or {@code password}
     * @throws ForbiddenException if people come by providers only
     */
    public void change(AccountId actor, UUID session, String present, String wanted, String address) {
        providers.requireLocalSignIn();
        if (reauthentication.hasPassword(actor)) {
            reauthenticate(actor, session, present, address);
        } else {
            reauthentication.require(actor, session);
        }
        String hash = checkAndHash(actor, wanted);
        transactions.executeWithoutResult(status -> {
            account(actor).changePassword(hash);
            log.record(actor, SecurityEvent.Kind.PASSWORD_CHANGED, "", address);
            sessions.endOthers(actor, session);
        });
    }

    private void reauthenticate(AccountId actor, UUID session, String present, String address) {
        try {
            reauthentication.byPassword(actor, session, present, address);
        } catch (SignInFailedException wrong) {
            throw new InvalidException("current", "password.wrong");
        }
    }

    private String checkAndHash(AccountId account, String wanted) {
        Account owner = account(account).toAccount();
        passwords.checkStrengthAndLeaks(wanted, owner.preferences().language(), List.of("charla", owner.username(), owner.name()));
        return passwords.hash(wanted);
    }

    /** Whether a link can be sent by e-mail. */
    public boolean canSendMail() {
        return mail.isConfigured();
    }

    /**
     * Sends a link to whom the name or e-mail belongs, if there is anybody and a mail server. The caller learns neither, and
     * waits for nothing.
     *
     * @param address the network address asking, for the limits
     * @throws ForbiddenException if people come by providers only
     */
    public void requestReset(String login, String address) {
        providers.requireLocalSignIn();
        limits.limitPasswordReset(address);
        if (mail.isConfigured()) {
            Thread.startVirtualThread(() -> send(login));
        }
    }

    private void send(String login) {
        List<AccountEntity> found = login.contains("@")
                ? accounts.findByEmailOrderByCreatedAt(
                        login.strip().toLowerCase(Locale.ROOT), Limit.of(MAX_ACCOUNTS_PER_EMAIL))
                : accounts.findBySkeleton(Username.skeletonOf(login)).stream().toList();
        for (AccountEntity account : found) {
            Account owner = account.toAccount();
            if (owner.email() != null && !account.isDormant() && allowsResetMail(owner.id())) {
                mail.send(owner, createToken(owner.id()));
            }
        }
    }

    private boolean allowsResetMail(AccountId account) {
        try {
            limits.limitResetMail(account);
            return true;
        } catch (TooManyRequestsException enough) {
            logger.info("Too many links were asked for by e-mail for one account.");
            return false;
        }
    }

    /**
     * Makes a link for somebody, in place of any earlier one; it holds for an hour, once. The caller checks who may.
     *
     * @param by who gives it to them, for the log
     * @return the token that the link carries
     * @throws ForbiddenException if people come by providers only
     */
    public String createResetToken(AccountId account, AccountId by) {
        providers.requireLocalSignIn();
        if (account(account).isDormant()) {
            throw new NotFoundException();
        }
        log.record(
                account,
                SecurityEvent.Kind.RESET_LINK_MADE,
                account(by).toProfile().username(),
                "");
        return createToken(account);
    }

    private String createToken(AccountId account) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transactions.executeWithoutResult(
                status -> resets.save(new PasswordResetEntity(account, digest(token), clock.instant(), LIFETIME)));
        return token;
    }

    /**
     * Whose account a link leads to.
     *
     * @throws NotFoundException if it is used up, too old or none
     */
    public Profile preview(String token) {
        return account(findAccountId(token)).toProfile();
    }

    /**
     * Sets the password by a link, which is used up by it, and ends every session. Signing in asks for a code where there
     * is a second factor, as ever.
     *
     * @throws NotFoundException if the link is used up, too old or none
     * @throws InvalidException if the password will not do
     * @throws ForbiddenException if people come by providers only
     */
    public void reset(String token, String wanted, String address) {
        providers.requireLocalSignIn();
        limits.limitPasswordReset(address);
        AccountId account = findAccountId(token);
        String hash = checkAndHash(account, wanted);
        transactions.executeWithoutResult(status -> {
            if (resets.redeem(digest(token)) == 0) {
                throw new NotFoundException();
            }
            account(account).changePassword(hash);
            log.record(account, SecurityEvent.Kind.PASSWORD_RESET, "", address);
            sessions.endAll(account);
        });
    }

    private AccountId findAccountId(String token) {
        return resets.findByTokenHash(digest(token))
                .filter(reset -> !reset.isExpired(clock.instant()))
                .orElseThrow(NotFoundException::new)
                .account();
    }

    private AccountEntity account(AccountId account) {
        return accounts.findById(account.value()).orElseThrow(NotFoundException::new);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
