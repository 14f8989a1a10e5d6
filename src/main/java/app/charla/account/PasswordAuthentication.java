package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
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
    private final PasswordVerification verification;
    private final KnownDevices devices;
    private final OneTimeCodes oneTimeCodes;
    private final SecurityLog log;
    private final IdentityProviders providers;

    PasswordAuthentication(
            AccountRepository accounts,
            PasswordVerification verification,
            KnownDevices devices,
            OneTimeCodes oneTimeCodes,
            SecurityLog log,
            IdentityProviders providers) {
        this.accounts = accounts;
        this.verification = verification;
        this.devices = devices;
        this.oneTimeCodes = oneTimeCodes;
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
        return authenticate(login, password, code, Client.at(address));
    }

    /**
     * Authenticates a person at a browser, which the account may know by its device cookie; fails as the other overloads
     * do.
     */
    public Account signIn(String login, String password, Client client) {
        providers.requireLocalSignIn();
        return authenticate(login, password, null, client);
    }

    /** As {@link #signIn(String, String, Client)}, also where people sign in by identity providers only. */
    Account authenticate(String login, String password, @Nullable String code, Client client) {
        boolean byEmail = login.contains("@");
        String subject = byEmail ? login.strip().toLowerCase(Locale.ROOT) : Username.skeletonOf(login);
        List<AccountEntity> candidates = byEmail ? findByEmail(subject) : findByUsername(subject);
        Attempt attempt = devices.attempt(
                subject, client, candidates.stream().map(AccountEntity::id).toList());
        List<String> hashes =
                candidates.stream().map(AccountEntity::passwordHash).toList();
        OptionalInt match = verification.verify(attempt, password, hashes, byEmail ? MAX_ACCOUNTS_PER_EMAIL : 1);
        if (match.isEmpty()) {
            candidates.forEach(candidate -> log.recordFailure(candidate.id(), client.address()));
            throw new SignInFailedException();
        }
        Account account = candidates.get(match.getAsInt()).toAccount();
        if (oneTimeCodes.isEnabled(account.id())) {
            confirmSecondFactor(account.id(), code, client);
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
    public void confirmSecondFactor(AccountId account, @Nullable String code, Client client) {
        if (code == null || code.isBlank()) {
            throw new CodeRequiredException(account);
        }
        Attempt attempt = devices.attempt(account.toString(), client, List.of(account));
        if (!oneTimeCodes.redeem(account, code, attempt)) {
            log.recordFailure(account, client.address());
            throw new SignInFailedException();
        }
    }

    private List<AccountEntity> findByUsername(String skeleton) {
        return accounts.findBySkeleton(skeleton).filter(AccountEntity::hasPassword).stream()
                .toList();
    }

    private List<AccountEntity> findByEmail(String email) {
        return accounts.findByEmailAndPasswordHashNotOrderByCreatedAt(
                email, WITHOUT_PASSWORD, Limit.of(MAX_ACCOUNTS_PER_EMAIL));
    }
}
