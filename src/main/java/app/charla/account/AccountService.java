package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.unicode.NameRule;
import app.charla.unicode.StorableText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registration and the settings of one's own account. {@link PasswordAuthentication} signs in, {@link ProfileDirectory}
 * looks other people up.
 */
@Service
public class AccountService {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,63}");
    /** The minimum length of a username, in characters. */
    public static final int MIN_USERNAME_LENGTH = Username.MIN_LENGTH;

    /** The maximum length of a username, in characters. */
    public static final int MAX_USERNAME_LENGTH = Username.MAX_LENGTH;

    /** The minimum length of a password. */
    public static final int MIN_PASSWORD_LENGTH = Passwords.MIN_LENGTH;

    /** The maximum length of a password. */
    public static final int MAX_PASSWORD_LENGTH = Passwords.MAX_LENGTH;

    /** The maximum length of a display name, in characters. */
    public static final int MAX_NAME_LENGTH = 64;

    private final AccountRepository accounts;
    private final RegistrationPolicy policy;
    private final ProfileDirectory profiles;
    private final Passwords passwords;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final Reauthentication reauthentication;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            RegistrationPolicy policy,
            ProfileDirectory profiles,
            Passwords passwords,
            AttemptLimits limits,
            SecurityLog log,
            Reauthentication reauthentication,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.profiles = profiles;
        this.passwords = passwords;
        this.limits = limits;
        this.log = log;
        this.reauthentication = reauthentication;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Creates an account. An e-mail that another account has already is accepted all the same, and in the same time, so
     * that nobody learns which e-mails have accounts.
     *
     * @param address the network address of the request, for the rate limits
     * @throws InvalidException if the name, username, e-mail or password is not valid
     * @throws ConflictException if the username, or one that looks like it, is taken
     * @throws ForbiddenException if people sign in by identity providers only, or the {@link RegistrationRules} ask for
     *     more than this
     * @throws app.charla.core.TooManyRequestsException if the address registers too often
     */
    public Account register(Registration registration, String address) {
        return register(registration, RegistrationTicket.NONE, address);
    }

    /**
     * As the other overload, with what entitles to an account.
     *
     * @throws InvalidException also if the setup code is wrong
     */
    public Account register(Registration registration, RegistrationTicket ticket, String address) {
        policy.checkPassword(ticket, address);
        limits.limitRegistration(address);
        String name =
                registration.name() == null || registration.name().isBlank() ? null : requireName(registration.name());
        Username username = Username.of(registration.username());
        String email = normalizedEmail(registration.email());
        List<String> known = new ArrayList<>(List.of("charla", username.text()));
        if (email != null) {
            known.add(email);
        }
        if (name != null) {
            known.add(name);
        }
        passwords.checkStrengthAndLeaks(registration.password(), registration.language(), known);
        if (accounts.existsBySkeleton(username.skeleton())) {
            throw new ConflictException("username.taken");
        }
        String hash = passwords.hash(registration.password(), address);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        try {
            var account = new AccountEntity(id, username, email, hash, registration.language(), clock.instant());
            if (name != null) {
                account.rename(name);
            }
            return policy.create(account, ticket, address, () -> {});
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new ConflictException("username.taken");
        }
    }

    /**
     * Checks the strength of a password before the form is sent, as {@link #register} checks it.
     *
     * @param name the display name in the form, possibly incomplete
     * @param username the username in the form, possibly incomplete
     * @throws InvalidException with advice in the person's language
     */
    public void checkPasswordStrength(String password, String name, String username, Preferences.Language language) {
        passwords.checkStrength(password, language, List.of("charla", name, username));
    }

    /** The actor's own account. */
    @Transactional(readOnly = true)
    public Account account(AccountId actor) {
        return find(actor).toAccount();
    }

    /** Replaces the actor's preferences. Publishes {@link PreferencesChanged}. */
    public Account updatePreferences(AccountId actor, Preferences preferences) {
        return change(actor, null, present -> preferences);
    }

    /**
     * Changes the display name and the preferences, or neither. Publishes {@link PreferencesChanged}.
     *
     * @param name null leaves it
     * @param change makes the new preferences of the present ones; what it throws is thrown
     * @throws InvalidException if the name is blank or longer than 64 characters
     */
    public Account change(AccountId actor, @Nullable String name, UnaryOperator<Preferences> change) {
        String newName = name == null ? null : requireName(name);
        Account changed = Objects.requireNonNull(transactions.execute(status -> {
            AccountEntity account = find(actor);
            account.updatePreferences(change.apply(account.toAccount().preferences()));
            if (newName != null) {
                account.rename(newName);
            }
            return account.toAccount();
        }));
        if (newName != null) {
            profiles.refresh(changed.profile());
        }
        events.publishEvent(new PreferencesChanged(actor));
        return changed;
    }

    private static String requireName(String name) {
        return NameRule.require("name", name, 1, MAX_NAME_LENGTH);
    }

    /**
     * Changes the display name.
     *
     * @throws InvalidException if it is blank, longer than 64 characters or breaks the name rule
     */
    @Transactional
    public Account rename(AccountId actor, String name) {
        String newName = requireName(name);
        AccountEntity account = find(actor);
        account.rename(newName);
        profiles.refresh(account.toProfile());
        return account.toAccount();
    }

    /**
     * Changes the avatar. The caller stores its bytes. Publishes {@link AvatarChanged}.
     *
     * @param avatar its name, or null for none
     * @param storeBytes runs in the same transaction
     */
    public Account changeAvatar(AccountId actor, @Nullable String avatar, Runnable storeBytes) {
        Account changed = Objects.requireNonNull(transactions.execute(status -> {
            AccountEntity account = find(actor);
            account.changeAvatar(avatar);
            storeBytes.run();
            return account.toAccount();
        }));
        profiles.refresh(changed.profile());
        events.publishEvent(new AvatarChanged(changed.profile()));
        return changed;
    }

    /**
     * Changes the e-mail. Password reset links go there, so it requires a fresh {@link Reauthentication}.
     *
     * @param email blank for none
     */
    @Transactional
    public Account changeEmail(AccountId actor, UUID session, String email, String address) {
        reauthentication.require(actor, session);
        AccountEntity account = find(actor);
        account.changeEmail(normalizedEmail(email));
        log.record(actor, session, SecurityEvent.Kind.EMAIL_CHANGED, "", address);
        return account.toAccount();
    }

    /**
     * Deletes an account for good, with all that the directory keeps of it. The caller has made sure that its owner wants
     * it.
     */
    @Transactional
    public void delete(AccountId account) {
        accounts.findById(account.value()).ifPresent(accounts::delete);
        profiles.forget(account);
    }

    private AccountEntity find(AccountId actor) {
        return accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
    }

    private static @Nullable String normalizedEmail(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String email = written.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches() || !StorableText.isStorable(email)) {
            throw new InvalidException("email", "email.malformed");
        }
        return email;
    }
}
