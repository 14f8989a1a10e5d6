package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.crypto.SecretToken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Password resets: sets a new password by a link, which is sent by e-mail or handed over by an administrator. A link is
 * valid for an hour and works once; each account has one at most.
 */
@Service
public class PasswordResets {

    private static final Logger logger = LoggerFactory.getLogger(PasswordResets.class);
    private static final int TOKEN_BYTES = 32;
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MAX_ACCOUNTS_PER_EMAIL = 3;

    private final AccountRepository accounts;
    private final PasswordResetRepository resets;
    private final IdentityProviders providers;
    private final SessionService sessions;
    private final Passwords passwords;
    private final PasswordResetMail mail;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PasswordResets(
            AccountRepository accounts,
            PasswordResetRepository resets,
            IdentityProviders providers,
            SessionService sessions,
            Passwords passwords,
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
        this.mail = mail;
        this.limits = limits;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns whether passwords can be reset; not where people sign in by identity providers only. */
    public boolean isAvailable() {
        return !providers.isExclusive();
    }

    /** Returns whether links can be sent by e-mail. */
    public boolean canSendMail() {
        return mail.isConfigured();
    }

    /**
     * Sends a link to the accounts with the username or e-mail, if there are any and a mail server is configured. Returns
     * at once, without telling whether there are.
     *
     * @param address the network address of the request, for the rate limits
     * @throws ForbiddenException if people sign in by identity providers only
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
        } catch (TooManyRequestsException tooMany) {
            logger.info("Too many password reset mails were requested for one account");
            return false;
        }
    }

    /**
     * Creates a reset link for another person, which replaces any earlier one. The caller checks the permission.
     *
     * @param by who hands it over, for the security log
     * @return the token that the link carries
     * @throws NotFoundException if the account is dormant
     * @throws ForbiddenException if people sign in by identity providers only
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
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        transactions.executeWithoutResult(
                status -> resets.save(new PasswordResetEntity(account, token.digest(), clock.instant(), LIFETIME)));
        return token.text();
    }

    /**
     * The profile of the account that a link is for.
     *
     * @throws NotFoundException if the link was used, has expired or never existed
     */
    public Profile preview(String token) {
        return account(findAccountId(token)).toProfile();
    }

    /**
     * Sets the password by a link, which is used up, and ends all sessions. An account with a second factor still requires
     * a code at sign-in.
     *
     * @throws NotFoundException if the link was used, has expired or never existed
     * @throws InvalidException if the password is too weak
     * @throws ForbiddenException if people sign in by identity providers only
     */
    public void reset(String token, String newPassword, String address) {
        providers.requireLocalSignIn();
        AccountId account = findAccountId(token, address);
        String hash = passwords.checkAndHash(newPassword, account(account).toAccount(), address);
        transactions.executeWithoutResult(status -> {
            if (resets.redeem(SecretToken.digest(token)) == 0) {
                throw new NotFoundException();
            }
            account(account).changePassword(hash);
            log.record(account, SecurityEvent.Kind.PASSWORD_RESET, "", address);
            sessions.endAll(account);
        });
    }

    /** As {@link #findAccountId(String)}; limits how many links that do not exist are tried. */
    private AccountId findAccountId(String token, String address) {
        try {
            return findAccountId(token);
        } catch (NotFoundException unknown) {
            limits.limitPasswordReset(address);
            throw unknown;
        }
    }

    private AccountId findAccountId(String token) {
        return resets.findByTokenHash(SecretToken.digest(token))
                .filter(reset -> !reset.isExpired(clock.instant()))
                .orElseThrow(NotFoundException::new)
                .account();
    }

    private AccountEntity account(AccountId account) {
        return accounts.findById(account.value()).orElseThrow(NotFoundException::new);
    }
}
