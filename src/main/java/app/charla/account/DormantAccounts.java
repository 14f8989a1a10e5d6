package app.charla.account;

import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.crypto.SecretToken;
import app.charla.unicode.NameRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dormant accounts: placeholders for the authors of messages in a restored space who have no account here. Nobody can sign
 * in to one until its owner claims it by a link.
 */
@Service
public class DormantAccounts {

    private static final int TOKEN_BYTES = 32;
    private static final int MAX_NAME_LENGTH = 64;
    private static final String FALLBACK_USERNAME = "guest";
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final AccountClaimRepository claims;
    private final RegistrationPolicy policy;
    private final UsernameGenerator usernameGenerator;
    private final Passwords passwords;
    private final AttemptLimits limits;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DormantAccounts(
            AccountRepository accounts,
            AccountClaimRepository claims,
            RegistrationPolicy policy,
            UsernameGenerator usernameGenerator,
            Passwords passwords,
            AttemptLimits limits,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.claims = claims;
        this.policy = policy;
        this.usernameGenerator = usernameGenerator;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns whether there is an account with that identifier and that username. */
    public boolean exists(AccountId id, String username) {
        return accounts.findById(id.value())
                .filter(account ->
                        Username.skeletonOf(account.toProfile().username()).equals(Username.skeletonOf(username)))
                .isPresent();
    }

    /**
     * Creates a dormant account, or finds the one that an earlier call created.
     *
     * @param original the identifier on the server that the space comes from; kept if no account here has it
     * @param substitute the identifier to use otherwise
     * @param username kept if no account here has it, or one that looks like it; otherwise a number is appended
     * @param name the display name
     */
    @Transactional
    public AccountId getOrCreate(AccountId original, AccountId substitute, String username, String name) {
        if (accounts.findById(substitute.value()).isPresent()) {
            return substitute;
        }
        Optional<Username> free = UsernameGenerator.parse(username).filter(usernameGenerator::isFree);
        boolean keepsOriginal =
                free.isPresent() && accounts.findById(original.value()).isEmpty();
        AccountId id = keepsOriginal ? original : substitute;
        Username unique = free.orElseGet(() -> usernameGenerator.withNumber(
                UsernameGenerator.parse(username).map(Username::text).orElse(FALLBACK_USERNAME)));
        accounts.saveAndFlush(AccountEntity.dormant(id.value(), unique, displayName(name, unique), clock.instant()));
        return id;
    }

    private static String displayName(String name, Username username) {
        String clean = NameRule.clean(name);
        return clean.isEmpty() || clean.length() > MAX_NAME_LENGTH ? username.text() : clean;
    }

    /** Returns whether an account exists that nobody has claimed yet. */
    public boolean isDormant(AccountId account) {
        return accounts.findById(account.value())
                .filter(AccountEntity::isDormant)
                .isPresent();
    }

    /**
     * Issues the token of a claim link, which replaces any earlier one and is valid for seven days. The caller checks the
     * permission.
     *
     * @param issuer who hands the link over
     * @throws ConflictException if the account is not dormant
     * @throws app.charla.core.ForbiddenException if the {@link RegistrationRules} leave this to others
     */
    @Transactional
    public String issueClaim(AccountId account, AccountId issuer) {
        if (!isDormant(account)) {
            throw new ConflictException("claim.awake");
        }
        policy.checkClaim(Optional.of(issuer));
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        claims.save(new AccountClaimEntity(account, issuer, token.digest(), clock.instant(), LIFETIME));
        return token.text();
    }

    /**
     * The profile of the account that a claim is for.
     *
     * @throws NotFoundException if the claim does not exist any more
     */
    public Profile preview(String token) {
        return account(find(token)).toProfile();
    }

    /**
     * Claims a dormant account: sets its password. Works once.
     *
     * @param address the network address of the request, for the rate limits
     * @throws NotFoundException if the claim does not exist any more
     * @throws InvalidException if the password is too weak
     * @throws app.charla.core.ForbiddenException if the {@link RegistrationRules} do not let the issuer of the claim let
     *     people in
     */
    public Account claim(String token, String password, Language language, String address) {
        limits.limitRegistration(address);
        AccountClaimEntity offered = find(token);
        AccountEntity dormant = account(offered);
        policy.checkClaim(offered.issuer());
        passwords.checkStrengthAndLeaks(
                password, language, List.of("charla", dormant.toProfile().username()));
        String hash = passwords.hash(password, address); // outside of the transaction, which others wait for
        return Objects.requireNonNull(transactions.execute(status -> {
            AccountClaimEntity claim = find(token);
            AccountEntity account = account(claim);
            account.activate(hash, language);
            claims.delete(claim);
            return account.toAccount();
        }));
    }

    private AccountClaimEntity find(String token) {
        return claims.findByTokenHash(SecretToken.digest(token))
                .filter(claim -> !claim.isExpired(clock.instant()))
                .orElseThrow(NotFoundException::new);
    }

    private AccountEntity account(AccountClaimEntity claim) {
        UUID id = claim.account();
        return accounts.findById(id).filter(AccountEntity::isDormant).orElseThrow(NotFoundException::new);
    }
}
