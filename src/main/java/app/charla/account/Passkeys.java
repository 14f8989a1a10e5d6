package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys: adding, naming and removing them, and signing in by one without a name or a password. Whoever asks a browser
 * keeps the question and hands it back with the answer, once.
 *
 * @see <a href="../../../../../docs/decisions/018-how-people-prove-themselves.md">decision 018</a>
 */
@Service
public class Passkeys {

    /** What a browser is asked, as JSON, to make a passkey. */
    public record RegistrationRequest(PublicKeyCredentialCreationOptions options, String origin) {

        /** For {@code PublicKeyCredential.parseCreationOptionsFromJSON}. */
        public String json() {
            return PasskeyCeremony.json(options);
        }
    }

    /** What a browser is asked, as JSON, to prove that its owner has a passkey. */
    public record AuthenticationRequest(PublicKeyCredentialRequestOptions options, String origin) {

        /** For {@code PublicKeyCredential.parseRequestOptionsFromJSON}. */
        public String json() {
            return PasskeyCeremony.json(options);
        }
    }

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_PASSKEYS = 20;

    private final PasskeyCeremony ceremony;
    private final PasskeyRepository passkeys;
    private final AccountRepository accounts;
    private final IdentityProviders providers;
    private final SignInMethods signInMethods;
    private final Reauthentication reauthentication;
    private final AttemptLimits limits;
    private final SecurityLog log;

    Passkeys(
            PasskeyCeremony ceremony,
            PasskeyRepository passkeys,
            AccountRepository accounts,
            IdentityProviders providers,
            SignInMethods signInMethods,
            Reauthentication reauthentication,
            AttemptLimits limits,
            SecurityLog log) {
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.providers = providers;
        this.signInMethods = signInMethods;
        this.reauthentication = reauthentication;
        this.limits = limits;
        this.log = log;
    }

    /** Whether passkeys belong to the site at an origin, such as {@code https://chat.example.org}. */
    public boolean isAvailableAt(String origin) {
        return ceremony.isAvailableAt(origin);
    }

    /** The actor's passkeys, in the order they came. */
    @Transactional(readOnly = true)
    public List<Passkey> passkeys(AccountId actor) {
        return passkeys.findByAccountIdOrderByCreatedAt(actor.value()).stream()
                .map(PasskeyEntity::toPasskey)
                .toList();
    }

    /** Begins to add one. Needs a fresh {@link Reauthentication}. */
    @Transactional(readOnly = true)
    public RegistrationRequest beginRegistration(AccountId actor, UUID session, String origin) {
        reauthentication.require(actor, session);
        if (passkeys.countByAccountId(actor.value()) >= MAX_PASSKEYS) {
            throw new ConflictException("passkey.many");
        }
        return new RegistrationRequest(ceremony.beginRegistration(actor, origin), origin);
    }

    /**
     * Adds the one that the browser made.
     *
     * @throws InvalidException if the name will not do, or the answer is none to the question
     */
    @Transactional
    public void register(
            AccountId actor, UUID session, RegistrationRequest question, String answer, String name, String address) {
        reauthentication.require(actor, session);
        String label = validName(name);
        if (!PasskeyEntity.account(question.options().getUser().getId()).equals(actor)
                || !ceremony.register(question.options(), answer, label, question.origin())) {
            throw new InvalidException("passkey", "passkey.refused");
        }
        log.record(actor, SecurityEvent.Kind.PASSKEY_ADDED, label, address);
    }

    /** Names one. */
    @Transactional
    public void rename(AccountId actor, UUID passkey, String name) {
        find(actor, passkey).rename(validName(name));
    }

    /**
     * Removes one. Needs a fresh {@link Reauthentication}.
     *
     * @throws ConflictException if it is the last way in
     */
    @Transactional
    public void remove(AccountId actor, UUID session, UUID passkey, String address) {
        PasskeyEntity found = find(actor, passkey);
        reauthentication.require(actor, session);
        passkeys.delete(found);
        signInMethods.requireOne(accounts.findById(actor.value()).orElseThrow(NotFoundException::new));
        log.record(actor, SecurityEvent.Kind.PASSKEY_REMOVED, found.name(), address);
    }

    /** Begins to sign in, or to prove oneself once more. */
    public AuthenticationRequest beginAuthentication(String origin) {
        return new AuthenticationRequest(ceremony.beginAuthentication(origin), origin);
    }

    /**
     * Whose passkey answered.
     *
     * @param address the network address asking, for the limits
     * @throws SignInFailedException if none that is known here did
     * @throws ForbiddenException if people come by providers only
     */
    public AccountId signIn(AuthenticationRequest question, String answer, String address) {
        providers.requireLocalSignIn();
        return authenticate(question, answer, address);
    }

    /** The same, whatever the passkey is good for. */
    AccountId authenticate(AuthenticationRequest question, String answer, String address) {
        limits.limitSignInByAddress(address);
        return ceremony.authenticate(question.options(), answer, question.origin());
    }

    private PasskeyEntity find(AccountId actor, UUID passkey) {
        return passkeys.findByIdAndAccountId(passkey, actor.value()).orElseThrow(NotFoundException::new);
    }

    private static String validName(String name) {
        String label = name.strip();
        if (label.isEmpty() || label.length() > MAX_NAME_LENGTH) {
            throw new InvalidException("name", "name.length", 1, MAX_NAME_LENGTH);
        }
        return label;
    }
}
