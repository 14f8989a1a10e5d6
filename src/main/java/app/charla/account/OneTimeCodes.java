package app.charla.account;

import app.charla.core.AccountId;
import app.charla.crypto.Encryptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The codes of a second factor: those of an authenticator, and those kept for the day it is lost. Each is taken once. */
@Component
class OneTimeCodes {

    private static final int SECRET_BYTES = 20; // as many as RFC 4226 recommends
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final AuthenticatorRepository authenticators;
    private final RecoveryCodeRepository recovery;
    private final Encryptor encryptor;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            AuthenticatorRepository authenticators,
            RecoveryCodeRepository recovery,
            Encryptor encryptor,
            AttemptLimits limits,
            SecurityLog log,
            Clock clock) {
        this.authenticators = authenticators;
        this.recovery = recovery;
        this.encryptor = encryptor;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the account asks for codes. */
    @Transactional(readOnly = true)
    public boolean isEnabled(AccountId account) {
        return authenticators
                .findById(account.value())
                .filter(AuthenticatorEntity::isConfirmed)
                .isPresent();
    }

    /** Makes the secret that the person is to put into their app. */
    byte[] enrol(AccountId account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String kept = encryptor.encrypt(Base64.getEncoder().encodeToString(secret));
        authenticators
                .findById(account.value())
                .ifPresentOrElse(
                        earlier -> earlier.replaceSecret(kept),
                        () -> authenticators.save(new AuthenticatorEntity(account, kept)));
        return secret;
    }

    /**
     * Takes a code, in whatever spacing it was written.
     *
     * @return false if it is wrong or was taken before
     * @throws app.charla.core.TooManyRequestsException if wrong ones came too often lately
     */
    @Transactional
    public boolean redeem(AccountId account, String written, String address) {
        String code = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        limits.limitCode(account);
        boolean taken = code.matches("\\d{6}") ? redeemAppCode(account, code) : redeemRecoveryCode(account, code, address);
        if (taken) {
            limits.resetCode(account);
        }
        return taken;
    }

    private boolean redeemAppCode(AccountId account, String code) {
        OptionalLong step = authenticators
                .findById(account.value())
                .map(app -> Totp.stepOf(code, secret(app), clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent() && authenticators.advanceLastStep(account.value(), step.getAsLong()) == 1;
    }

    private byte[] secret(AuthenticatorEntity app) {
        return Base64.getDecoder().decode(encryptor.decrypt(app.secret()));
    }

    private boolean redeemRecoveryCode(AccountId account, String code, String address) {
        boolean taken = recovery.redeem(account.value(), digest(code)) == 1;
        if (taken) {
            log.record(account, SecurityEvent.Kind.RECOVERY_CODE_USED, "", address);
        }
        return taken;
    }

    /** Replaces the recovery codes. Eighty random bits each: a plain digest keeps them. */
    List<String> newRecoveryCodes(AccountId account) {
        List<String> codes =
                Stream.generate(this::randomRecoveryCode).limit(RECOVERY_CODES).toList();
        recovery.removeAll(account.value());
        recovery.saveAll(codes.stream()
                .map(code -> new RecoveryCodeEntity(account, digest(code.replace("-", ""))))
                .toList());
        return codes;
    }

    private String randomRecoveryCode() {
        byte[] bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).replaceAll("(.{4})(?!$)", "$1-");
    }

    int countRecoveryCodes(AccountId account) {
        return recovery.countByAccountId(account.value());
    }

    void confirm(AccountId account) {
        authenticators.findById(account.value()).orElseThrow().confirm(clock.instant());
    }

    void remove(AccountId account) {
        authenticators.remove(account.value());
        recovery.removeAll(account.value());
    }

    private static byte[] digest(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
