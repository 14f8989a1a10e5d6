package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An app that shows codes, asked for after the password, and the recovery codes for when it is lost. */
@Service
public class SecondFactor {

    /**
     * How it stands.
     *
     * @param on whether signing in by password asks for a code
     * @param recoveryCodes how many are left
     */
    public record State(boolean on, int recoveryCodes) {}

    /**
     * What the person puts into their app; it counts for nothing until {@link #confirm}.
     *
     * @param secret in base 32, for typing
     * @param uri the same as apps read it from a picture
     */
    public record Enrolment(String secret, String uri) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    private final OneTimeCodes oneTimeCodes;
    private final AccountRepository accounts;
    private final Reauthentication reauthentication;
    private final SecurityLog log;

    SecondFactor(
            OneTimeCodes oneTimeCodes, AccountRepository accounts, Reauthentication reauthentication, SecurityLog log) {
        this.oneTimeCodes = oneTimeCodes;
        this.accounts = accounts;
        this.reauthentication = reauthentication;
        this.log = log;
    }

    /** How it stands with one's own account. */
    @Transactional(readOnly = true)
    public State state(AccountId actor) {
        return new State(oneTimeCodes.isEnabled(actor), oneTimeCodes.countRecoveryCodes(actor));
    }

    /**
     * Begins anew with another secret.
     *
     * @param session the one that asks; it needs a fresh {@link Reauthentication}
     * @throws ConflictException if there is an app already
     */
    @Transactional
    public Enrolment enrol(AccountId actor, UUID session) {
        reauthentication.require(actor, session);
        if (oneTimeCodes.isEnabled(actor)) {
            throw new ConflictException("totp.on");
        }
        AccountEntity account = accounts.findById(actor.value()).orElseThrow(NotFoundException::new);
        String secret = Totp.base32(oneTimeCodes.enrol(actor));
        String name = URLEncoder.encode("Charla:" + account.toProfile().username(), StandardCharsets.UTF_8);
        return new Enrolment(secret, "otpauth://totp/" + name + "?secret=" + secret + "&issuer=Charla");
    }

    /**
     * Holds from now on, once the app has shown a right code.
     *
     * @return the recovery codes, told this once
     * @throws InvalidException if the code is wrong
     */
    @Transactional
    public List<String> confirm(AccountId actor, UUID session, String code, String address) {
        reauthentication.require(actor, session);
        if (oneTimeCodes.isEnabled(actor)) {
            throw new ConflictException("totp.on");
        }
        if (!oneTimeCodes.redeem(actor, code, address)) {
            throw new InvalidException("code", "totp.wrong");
        }
        oneTimeCodes.confirm(actor);
        log.record(actor, SecurityEvent.Kind.AUTHENTICATOR_ADDED, "", address);
        return oneTimeCodes.newRecoveryCodes(actor);
    }

    /** Replaces the recovery codes; they are told this once. Needs a fresh {@link Reauthentication}. */
    @Transactional
    public List<String> newRecoveryCodes(AccountId actor, UUID session, String address) {
        reauthentication.require(actor, session);
        if (!oneTimeCodes.isEnabled(actor)) {
            throw new NotFoundException();
        }
        log.record(actor, SecurityEvent.Kind.RECOVERY_CODES_MADE, "", address);
        return oneTimeCodes.newRecoveryCodes(actor);
    }

    /** From now on the password is enough. Needs a fresh {@link Reauthentication}. */
    @Transactional
    public void remove(AccountId actor, UUID session, String address) {
        reauthentication.require(actor, session);
        if (!oneTimeCodes.isEnabled(actor)) {
            throw new NotFoundException();
        }
        oneTimeCodes.remove(actor);
        log.record(actor, SecurityEvent.Kind.AUTHENTICATOR_REMOVED, "", address);
    }
}
