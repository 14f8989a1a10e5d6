package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts: making them, proving them, and what their owners chose. */
@Service
public class AccountService {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,63}");

    /**
     * How many accounts that gave the same, unproved e-mail may sign in by it. The same number of hashes is computed
     * whatever there is, so that neither answer nor time tells who has an account.
     *
     * @see <a href="../../../../../docs/decisions/006-emails-are-not-unique.md">decision 006</a>
     */
    private static final int MAX_ACCOUNTS_PER_EMAIL = 3;

    private static final String WITHOUT_PASSWORD = "";
    private static final int MAX_NAME_LENGTH = 64;

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final IdentityProviders providers;
    private final OneTimeCodes oneTimeCodes;
    private final Reauthentication reauthentication;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Cache<AccountId, Profile> profiles =
            Caffeine.newBuilder().maximumSize(100_000).build();

    AccountService(
            AccountRepository accounts,
            Passwords passwords,
            AttemptLimits limits,
            SecurityLog log,
            IdentityProviders providers,
            OneTimeCodes oneTimeCodes,
            Reauthentication reauthentication,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.log = log;
        this.providers = providers;
        this.oneTimeCodes = oneTimeCodes;
        this.reauthentication = reauthentication;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes an account. An e-mail that another account gave already is accepted all the same, and in the same time.
     *
     * @param address the network address asking, for the limits
     * @throws InvalidException if the username, e-mail or password will not do
     * @throws ConflictException if the username, or one that looks like it, is taken
     * @throws ForbiddenException if people come by providers only
     * @throws app.charla.core.TooManyRequestsException if the address registers too often
     */
    public Account register(Registration registration, String address) {
        providers.requireLocalSignIn();
        limits.limitRegistration(address);
        Username username = Username.of(registration.username());
        String email = email(registration.email());
        List<String> known = new ArrayList<>(List.of("charla", username.text()));
        if (email != null) {
            known.add(email);
        }
        passwords.checkStrengthAndLeaks(registration.password(), registration.language(), known);
        if (accounts.existsBySkeleton(username.skeleton())) {
            throw new ConflictException("username.taken");
        }
        String hash = passwords.hash(registration.password());
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        try {
            return accounts.saveAndFlush(
                            new AccountEntity(id, username, email, hash, registration.language(), clock.instant()))
                    .toAccount();
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new ConflictException("username.taken");
        }
    }

    /**
     * Says beforehand whether a password would do, as {@link #register} says it.
     *
     * @param username what the person wants to be called, as far as it is written
     * @throws InvalidException with advice in the person's language
     */
    public void checkPasswordStrength(String password, String username, Preferences.Language language) {
        passwords.checkStrength(password, language, List.of("charla", username));
    }

    /**
     * Proves an account by its password.
     *
     * @param login the username, or the e-mail
     * @param address the network address asking, for the limits
     * @throws SignInFailedException if there is no such account or the password is another; a
     *     {@link CodeRequiredException} if only a code is missing
     * @throws ForbiddenException if people come by providers only
     * @throws app.charla.core.TooManyRequestsException if this name or this address failed too often lately
     */
    public Account signIn(String login, String password, String address) {
        return signIn(login, password, null, address);
    }

    /**
     * Proves an account by its password and, where there is a second factor, a code.
     *
     * @param code null or blank if the person was not asked for one yet
     * @throws CodeRequiredException if the password is right and a code is to follow
     */
    public Account signIn(String login, String password, @Nullable String code, String address) {
        providers.requireLocalSignIn();
        return authenticate(login, password, code, address);
    }

    /** The same, whatever the password is good for. */
    Account authenticate(String login, String password, @Nullable String code, String address) {
        String key = login.contains("@") ? login.strip().toLowerCase(Locale.ROOT) : Username.skeletonOf(login);
        limits.limitSignIn(key, address);
        Optional<AccountEntity> proved =
                login.contains("@") ? authenticateByEmail(key, password, address) : authenticateByUsername(key, password, address);
        Account account = proved.orElseThrow(SignInFailedException::new).toAccount();
        limits.resetSignIn(key);
        if (oneTimeCodes.isEnabled(account.id())) {
            confirmSecondFactor(account.id(), code, address);
        }
        return account;
    }

    /**
     * The second step, by a code, for whose password was right.
     *
     * @throws SignInFailedException if the code is wrong or was used before
     * @throws app.charla.core.TooManyRequestsException if wrong ones came too often lately
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
        List<AccountEntity> claims = accounts.findByEmailAndPasswordHashNotOrderByCreatedAt(
                email, WITHOUT_PASSWORD, Limit.of(MAX_ACCOUNTS_PER_EMAIL));
        Optional<AccountEntity> proved = Optional.empty();
        for (int i = 0; i < MAX_ACCOUNTS_PER_EMAIL; i++) {
            boolean real = i < claims.size();
            boolean matches =
                    passwords.matches(password, real ? claims.get(i).passwordHash() : passwords.dummyHash());
            if (real && matches && proved.isEmpty()) {
                proved = Optional.of(claims.get(i));
            }
        }
        if (proved.isEmpty()) {
            claims.forEach(claim -> log.recordFailure(claim.id(), address));
        }
        return proved;
    }

    /** One's own account. */
    @Transactional(readOnly = true)
    public Account account(AccountId actor) {
        return accounts.findById(actor.value())
                .orElseThrow(NotFoundException::new)
                .toAccount();
    }

    /** Changes how one likes one's Charla. */
    public Account updatePreferences(AccountId actor, Preferences preferences) {
        Account chosen = Objects.requireNonNull(transactions.execute(status -> {
            AccountEntity account = accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
            account.updatePreferences(preferences);
            return account.toAccount();
        }));
        events.publishEvent(new PreferencesChanged(actor));
        return chosen;
    }

    /**
     * Changes the name that is shown.
     *
     * @throws InvalidException if it is blank or longer than 64 characters
     */
    @Transactional
    public Account rename(AccountId actor, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > MAX_NAME_LENGTH) {
            throw new InvalidException("name", "name.length", 1, MAX_NAME_LENGTH);
        }
        AccountEntity account = accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
        account.rename(wanted);
        profiles.put(actor, account.toProfile());
        return account.toAccount();
    }

    /**
     * Changes the picture by which others know somebody. The caller keeps its bytes.
     *
     * @param avatar what it is called, or null for none
     * @param bytes what is to happen in the same transaction
     */
    public Account changeAvatar(AccountId actor, @Nullable String avatar, Runnable bytes) {
        Account changed = Objects.requireNonNull(transactions.execute(status -> {
            AccountEntity account = accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
            account.changeAvatar(avatar);
            bytes.run();
            return account.toAccount();
        }));
        profiles.put(actor, changed.profile());
        events.publishEvent(new AvatarChanged(changed.profile()));
        return changed;
    }

    /**
     * Changes the e-mail. Links for a new password go there, so it needs a fresh {@link Reauthentication}.
     *
     * @param email blank for none
     */
    @Transactional
    public Account changeEmail(AccountId actor, UUID session, String email, String address) {
        reauthentication.require(actor, session);
        AccountEntity account = accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
        account.changeEmail(email(email));
        log.record(actor, SecurityEvent.Kind.EMAIL_CHANGED, "", address);
        return account.toAccount();
    }

    /** Removes an account for good, with all that the directory keeps of it. The caller has made sure that they want it. */
    @Transactional
    public void delete(AccountId account) {
        accounts.findById(account.value()).ifPresent(accounts::delete);
        profiles.invalidate(account);
    }

    /** What others may know of somebody. */
    public Profile getById(AccountId id) {
        Profile profile = findByIds(List.of(id)).get(id);
        if (profile == null) {
            throw new NotFoundException();
        }
        return profile;
    }

    /** What others may know of some people; who does not exist is missing from the answer. */
    public Map<AccountId, Profile> findByIds(Collection<AccountId> ids) {
        Map<AccountId, Profile> found = new LinkedHashMap<>(profiles.getAllPresent(ids));
        List<UUID> missing = ids.stream()
                .filter(id -> !found.containsKey(id))
                .map(AccountId::value)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            for (AccountEntity account : accounts.findByIdIn(missing)) {
                found.put(account.id(), account.toProfile());
                profiles.put(account.id(), account.toProfile());
            }
        }
        return found;
    }

    /**
     * Finds people by their usernames.
     *
     * @throws InvalidException naming the first one nobody has
     */
    public List<Profile> getByUsernames(Collection<String> usernames) {
        Map<String, Profile> bySkeleton = new LinkedHashMap<>();
        findByUsernames(usernames).forEach(person -> bySkeleton.put(Username.skeletonOf(person.username()), person));
        for (String username : usernames) {
            if (!bySkeleton.containsKey(Username.skeletonOf(username))) {
                throw new InvalidException("members", "account.unknown", username);
            }
        }
        return List.copyOf(bySkeleton.values());
    }

    /** The people of these usernames; what nobody is called is missing from the answer. */
    public List<Profile> findByUsernames(Collection<String> usernames) {
        List<String> skeletons = usernames.stream().map(Username::skeletonOf).toList();
        return accounts.findBySkeletonIn(skeletons).stream()
                .map(AccountEntity::toProfile)
                .toList();
    }

    /**
     * People whose username or name begins with, or whose name has a word beginning with, the text.
     *
     * @param limit at most how many, 1–50
     */
    public List<Profile> search(AccountId actor, String text, int limit) {
        String escaped = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return accounts.search(escaped + "%", "% " + escaped + "%", Limit.of(Math.clamp(limit, 1, 50))).stream()
                .map(AccountEntity::toProfile)
                .toList();
    }

    private static @Nullable String email(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String email = written.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches()) {
            throw new InvalidException("email", "email.malformed");
        }
        return email;
    }
}
