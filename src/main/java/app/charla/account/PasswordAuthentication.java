package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Sign-in by password and, where the account has a second factor, a one-time code. Neither the answer nor its time tells
 * whether an account exists.
 */
@Service
public class PasswordAuthentication {

    /**
     * Maximum number of accounts with the same unverified e-mail that may sign in by it. The same number of hashes is
     * computed however many there are, so that the time does not tell whether there is an account.
     *
     * @see <a href="../../../../../docs/decisions/006-email-uniqueness.md">decision 006</a>
     */
    private static final int MAX_ACCOUNTS_PER_EMAIL = 3;

    private static final String WITHOUT_PASSWORD = "";

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final OneTimeCodes oneTimeCodes;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final IdentityProviders providers;

    PasswordAuthentication(
            AccountRepository accounts,
            Passwords passwords,
            OneTimeCodes oneTimeCodes,
            AttemptLimits limits,
            SecurityLog log,
            IdentityProviders providers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.oneTimeCodes = oneTimeCodes;
        this.limits = limits;
        this.log = log;
        this.providers = providers;
    }

    /**
     * Authenticates by password.
     *
     * @param login the username or the e-mail
     * @param address the network address of the request, for the rate limits
     * @throws SignInFailedException if there is no such account or the password is wrong; a
     *     {@link CodeRequiredException} if only a code is missing
     * @throws ForbiddenException if people sign in by identity providers only
     * @throws app.charla.core.TooManyRequestsException if this name or this address failed too often lately
     */
    public Account signIn(String login, String password, String address) {
        return signIn(login, password, null, address);
    }

    /**
     * Authenticates by password and, where there is a second factor, a code; fails as the other overload does.
     *
     * @param code null or blank if the person was not asked for one yet
     * @throws CodeRequiredException if the password is right and a code is required
     */
    public Account signIn(String login, String password, @Nullable String code, String address) {
        providers.requireLocalSignIn();
        return authenticate(login, password, code, address);
    }

    /** As {@link #signIn(String, String, String, String)}, also where people sign in by identity providers only. */
    Account authenticate(String login, String password, @Nullable String code, String address) {
        String key = login.contains("@") ? login.strip().toLowerCase(Locale.ROOT) : Username.skeletonOf(login);
        limits.limitSignIn(key, address);
        Optional<AccountEntity> authenticated = login.contains("@")
                ? authenticateByEmail(key, password, address)
                : authenticateByUsername(key, password, address);
        Account account = authenticated.orElseThrow(SignInFailedException::new).toAccount();
        limits.resetSignIn(key);
        if (oneTimeCodes.isEnabled(account.id())) {
            confirmSecondFactor(account.id(), code, address);
        }
        return account;
    }

    /**
     * The second step, by a code, for an account whose password was right.
     *
     * @throws CodeRequiredException if the code is null or blank
     * @throws SignInFailedException if the code is wrong or was used before
     * @throws app.charla.core.TooManyRequestsException if wrong codes were tried too often lately
     */
    public void confirmSecondFactor(AccountId account, @Nullable String code, String address) {
        if (code == null || code.isBlank()) {
            throw new CodeRequiredException(account);
        }
        if (!oneTimeCodes.redeem(account, code, address)) {
            log.recordFailure(account, address);
            throw new SignInFailedException();
        }
    }

    private Optional<AccountEntity> authenticateByUsername(String skeleton, String password, String address) {
        Optional<AccountEntity> found = accounts.findBySkeleton(skeleton).filter(AccountEntity::hasPassword);
        String hash = found.map(AccountEntity::passwordHash).orElseGet(passwords::dummyHash);
        if (passwords.matches(password, hash)) {
            return found;
        }
        found.ifPresent(account -> log.recordFailure(account.id(), address));
        return Optional.empty();
    }

    private Optional<AccountEntity> authenticateByEmail(String email, String password, String address) {
        List<AccountEntity> candidates = accounts.findByEmailAndPasswordHashNotOrderByCreatedAt(
                email, WITHOUT_PASSWORD, Limit.of(MAX_ACCOUNTS_PER_EMAIL));
        Optional<AccountEntity> authenticated = Optional.empty();
        for (int i = 0; i < MAX_ACCOUNTS_PER_EMAIL; i++) {
            boolean exists = i < candidates.size();
            boolean matches =
                    passwords.matches(password, exists ? candidates.get(i).passwordHash() : passwords.dummyHash());
            if (exists && matches && authenticated.isEmpty()) {
                authenticated = Optional.of(candidates.get(i));
            }
        }
        if (authenticated.isEmpty()) {
            candidates.forEach(candidate -> log.recordFailure(candidate.id(), address));
        }
        return authenticated;
    }
}
