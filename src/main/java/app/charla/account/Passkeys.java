package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.unicode.NameRule;
import java.util.List;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn): registers, renames and removes them, and signs in by one without a username or a password. The
 * caller keeps each request and passes it back with the response of the browser, once.
 *
 * @see <a href="../../../../../docs/decisions/018-authentication-and-reauthentication.md">decision 018</a>
 */
@Service
public class Passkeys {

    /** A request to a browser to create a passkey. */
    public record RegistrationRequest(PublicKeyCredentialCreationOptions options, String origin) {

        /** The options as JSON, for {@code PublicKeyCredential.parseCreationOptionsFromJSON}. */
        public String json() {
            return PasskeyCeremony.json(options);
        }
    }

    /** A request to a browser to authenticate by a passkey. */
    public record AuthenticationRequest(PublicKeyCredentialRequestOptions options, String origin) {

        /** The options as JSON, for {@code PublicKeyCredential.parseRequestOptionsFromJSON}. */
        public String json() {
            return PasskeyCeremony.json(options);
        }
    }

    /** The maximum length of the name of a passkey. */
    public static final int MAX_NAME_LENGTH = 64;

    private static final int MAX_PASSKEYS = 20;

    private final PasskeyCeremony ceremony;
    private final PasskeyRepository passkeys;
    private final AccountRepository accounts;
    private final IdentityProviders providers;
    private final SignInMethods signInMethods;
    private final Reauthentication reauthentication;
    private final SecurityLog log;

    Passkeys(
            PasskeyCeremony ceremony,
            PasskeyRepository passkeys,
            AccountRepository accounts,
            IdentityProviders providers,
            SignInMethods signInMethods,
            Reauthentication reauthentication,
            SecurityLog log) {
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.providers = providers;
        this.signInMethods = signInMethods;
        this.reauthentication = reauthentication;
        this.log = log;
    }

    /** Returns whether passkeys work at an origin, such as {@code https://chat.example.org}. */
    public boolean isAvailableAt(String origin) {
        return ceremony.isAvailableAt(origin);
    }

    /** The actor's passkeys, oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> passkeys(AccountId actor) {
        return passkeys.findByAccountIdOrderByCreatedAt(actor.value()).stream()
                .map(PasskeyEntity::toPasskey)
                .toList();
    }

    /**
     * Begins the registration of a passkey. Requires a fresh {@link Reauthentication}.
     *
     * @throws ConflictException if the actor has 20 passkeys already
     */
    @Transactional(readOnly = true)
    public RegistrationRequest beginRegistration(AccountId actor, UUID session, String origin) {
        reauthentication.require(actor, session);
        if (passkeys.countByAccountId(actor.value()) >= MAX_PASSKEYS) {
            throw new ConflictException("passkey.many");
        }
        return new RegistrationRequest(ceremony.beginRegistration(actor, origin), origin);
    }

    /**
     * Registers the passkey that the browser created. Requires a fresh {@link Reauthentication}.
     *
     * @throws InvalidException if the name is not valid, or the response does not answer the request
     */
    @Transactional
    public void register(
            AccountId actor, UUID session, RegistrationRequest request, String response, String name, String address) {
        reauthentication.require(actor, session);
        String label = validName(name);
        if (!PasskeyEntity.account(request.options().getUser().getId()).equals(actor)
                || !ceremony.register(request.options(), response, label, request.origin())) {
            throw new InvalidException("passkey", "passkey.refused");
        }
        log.record(actor, session, SecurityEvent.Kind.PASSKEY_ADDED, label, address);
    }

    /** Renames a passkey. */
    @Transactional
    public void rename(AccountId actor, UUID passkey, String name) {
        find(actor, passkey).rename(validName(name));
    }

    /**
     * Removes a passkey. Requires a fresh {@link Reauthentication}.
     *
     * @throws ConflictException if it is the last sign-in method
     */
    @Transactional
    public void remove(AccountId actor, UUID session, UUID passkey, String address) {
        PasskeyEntity found = find(actor, passkey);
        reauthentication.require(actor, session);
        passkeys.delete(found);
        signInMethods.requireOne(accounts.findById(actor.value()).orElseThrow(NotFoundException::new));
        log.record(actor, session, SecurityEvent.Kind.PASSKEY_REMOVED, found.name(), address);
    }

    /** Begins a sign-in or a re-authentication. */
    public AuthenticationRequest beginAuthentication(String origin) {
        return new AuthenticationRequest(ceremony.beginAuthentication(origin), origin);
    }

    /**
     * Authenticates by passkey. Returns the account that the passkey belongs to.
     *
     * @param address the network address of the request, for the rate limits
     * @throws SignInFailedException if the response does not answer the request, or the passkey is unknown
     * @throws ForbiddenException if people sign in by identity providers only
     */
    public AccountId signIn(AuthenticationRequest request, String response, String address) {
        providers.requireLocalSignIn();
        return authenticate(request, response, address);
    }

    /** As {@link #signIn}, also where people sign in by identity providers only. */
    AccountId authenticate(AuthenticationRequest request, String response, String address) {
        return ceremony.authenticate(request, response, address);
    }

    private PasskeyEntity find(AccountId actor, UUID passkey) {
        return passkeys.findByIdAndAccountId(passkey, actor.value()).orElseThrow(NotFoundException::new);
    }

    private static String validName(String name) {
        return NameRule.require("name", name, 1, MAX_NAME_LENGTH);
    }
}
