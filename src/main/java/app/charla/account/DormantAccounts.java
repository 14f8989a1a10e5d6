package app.charla.account;

import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of people who came with a restored space and have not come themselves: they stand beside what was said by
 * them, and nobody signs in as them until they claim the account by a link.
 */
@Service
public class DormantAccounts {

    private static final int TOKEN_BYTES = 32;
    private static final int MAX_NAME_LENGTH = 64;
    private static final String FALLBACK_USERNAME = "guest";
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final AccountClaimRepository claims;
    private final UsernameGenerator usernameGenerator;
    private final Passwords passwords;
    private final AttemptLimits limits;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DormantAccounts(
            AccountRepository accounts,
            AccountClaimRepository claims,
            UsernameGenerator usernameGenerator,
            Passwords passwords,
            AttemptLimits limits,
            Clock clock) {
        this.accounts = accounts;
        this.claims = claims;
        this.usernameGenerator = usernameGenerator;
        this.passwords = passwords;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether there is an account of that identifier and that name. */
    public boolean exists(AccountId id, String username) {
        return accounts.findById(id.value())
                .filter(account ->
                        Username.skeletonOf(account.toProfile().username()).equals(Username.skeletonOf(username)))
                .isPresent();
    }

    /**
     * Makes a dormant account, or finds what an earlier call has made.
     *
     * @param original what identifies the person where they come from; kept if nobody here has it
     * @param substitute the identifier otherwise
     * @param username kept if nobody here has it, or one that looks like it; numbered otherwise
     * @param name what to show
     */
    @Transactional
    public AccountId getOrCreate(AccountId original, AccountId substitute, String username, String name) {
        if (accounts.findById(substitute.value()).isPresent()) {
            return substitute;
        }
        Optional<Username> wanted = UsernameGenerator.parse(username).filter(usernameGenerator::isFree);
        boolean keeps =
                wanted.isPresent() && accounts.findById(original.value()).isEmpty();
        AccountId id = keeps ? original : substitute;
        Username unique = wanted.orElseGet(() -> usernameGenerator.withNumber(
                UsernameGenerator.parse(username).map(Username::text).orElse(FALLBACK_USERNAME)));
        accounts.saveAndFlush(AccountEntity.dormant(id.value(), unique, displayName(name, unique), clock.instant()));
        return id;
    }

    private static String displayName(String name, Username username) {
        String clean = name.replaceAll("\\p{C}", "").strip();
        return clean.isEmpty() || clean.length() > MAX_NAME_LENGTH ? username.text() : clean;
    }

    /** Whether nobody can sign in to an account yet. */
    public boolean isDormant(AccountId account) {
        return accounts.findById(account.value())
                .filter(AccountEntity::isDormant)
                .isPresent();
    }

    /**
     * Makes the token by which somebody takes a dormant account over within seven days, in place of any earlier one. The
     * caller checks who may.
     *
     * @throws ConflictException if the account is not dormant
     */
    @Transactional
    public String issueClaim(AccountId account) {
        if (!isDormant(account)) {
            throw new ConflictException("claim.awake");
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        claims.save(new AccountClaimEntity(account, digest(token), clock.instant(), LIFETIME));
        return token;
    }

    /**
     * Whose account a claim leads to.
     *
     * @throws NotFoundException if there is no such claim any more
     */
    public Profile preview(String token) {
        return account(find(token)).toProfile();
    }

    /**
     * Takes a dormant account over: gives it its password, once.
     *
     * @param address the network address asking, for the limits
     * @throws NotFoundException if there is no such claim any more
     * @throws InvalidException if the password will not do
     */
    @Transactional
    public Account claim(String token, String password, Language language, String address) {
        limits.limitRegistration(address);
        AccountClaimEntity claim = find(token);
        AccountEntity account = account(claim);
        passwords.checkStrengthAndLeaks(
                password, language, List.of("charla", account.toProfile().username()));
        account.activate(passwords.hash(password), language);
        claims.delete(claim);
        return account.toAccount();
    }

    private AccountClaimEntity find(String token) {
        return claims.findByTokenHash(digest(token))
                .filter(claim -> !claim.isExpired(clock.instant()))
                .orElseThrow(NotFoundException::new);
    }

    private AccountEntity account(AccountClaimEntity claim) {
        UUID id = claim.account();
        return accounts.findById(id).filter(AccountEntity::isDormant).orElseThrow(NotFoundException::new);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
