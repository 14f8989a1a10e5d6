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

/** The second factor of an account: an authenticator app (TOTP), and recovery codes for when it is lost. */
@Service
public class SecondFactor {

    /**
     * The state of the second factor.
     *
     * @param on whether sign-in by password requires a code
     * @param recoveryCodes how many recovery codes are left
     */
    public record State(boolean on, int recoveryCodes) {}

    /**
     * The secret for the app; it has no effect until {@link #confirm}.
     *
     * @param secret Base32, for typing
     * @param uri the {@code otpauth} address of the QR code
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

    /** The state of the actor's second factor. */
    @Transactional(readOnly = true)
    public State state(AccountId actor) {
        return new State(oneTimeCodes.isEnabled(actor), oneTimeCodes.countRecoveryCodes(actor));
    }

    /**
     * Begins the enrolment of an app. Replaces the secret of an enrolment that was not confirmed.
     *
     * @param session the session of the request; requires a fresh {@link Reauthentication}
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
     * Completes the enrolment: from now on sign-in by password requires a code. Requires a fresh {@link Reauthentication}.
     *
     * @param code a code of the app
     * @return the recovery codes, which are shown only now
     * @throws InvalidException if the code is wrong
     */
    @Transactional
    public List<String> confirm(AccountId actor, UUID session, String code, String address) {
        reauthentication.require(actor, session);
        if (oneTimeCodes.isEnabled(actor)) {
            throw new ConflictException("totp.on");
        }
        if (!oneTimeCodes.redeem(actor, code, Attempt.bySession(actor.toString(), session, address))) {
            throw new InvalidException("code", "totp.wrong");
        }
        oneTimeCodes.confirm(actor);
        log.record(actor, session, SecurityEvent.Kind.AUTHENTICATOR_ADDED, "", address);
        return oneTimeCodes.newRecoveryCodes(actor);
    }

    /** Replaces the recovery codes, which are shown only now. Requires a fresh {@link Reauthentication}. */
    @Transactional
    public List<String> newRecoveryCodes(AccountId actor, UUID session, String address) {
        reauthentication.require(actor, session);
        if (!oneTimeCodes.isEnabled(actor)) {
            throw new NotFoundException();
        }
        log.record(actor, session, SecurityEvent.Kind.RECOVERY_CODES_MADE, "", address);
        return oneTimeCodes.newRecoveryCodes(actor);
    }

    /** Removes the second factor and its recovery codes. Requires a fresh {@link Reauthentication}. */
    @Transactional
    public void remove(AccountId actor, UUID session, String address) {
        reauthentication.require(actor, session);
        if (!oneTimeCodes.isEnabled(actor)) {
            throw new NotFoundException();
        }
        oneTimeCodes.remove(actor);
        log.record(actor, session, SecurityEvent.Kind.AUTHENTICATOR_REMOVED, "", address);
    }
}
