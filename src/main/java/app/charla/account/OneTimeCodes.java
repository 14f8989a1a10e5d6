package app.charla.account;

import app.charla.core.AccountId;
import app.charla.crypto.Encryptor;
import app.charla.crypto.SecretToken;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The codes of a second factor: those of an authenticator app (TOTP) and recovery codes. Each works once. */
@Component
class OneTimeCodes {

    private static final int SECRET_BYTES = 20; // the length that RFC 4226 recommends
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final AuthenticatorRepository authenticators;
    private final RecoveryCodeRepository recoveryCodes;
    private final Encryptor encryptor;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            AuthenticatorRepository authenticators,
            RecoveryCodeRepository recoveryCodes,
            Encryptor encryptor,
            AttemptLimits limits,
            SecurityLog log,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.encryptor = encryptor;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    /** Returns whether the account has a second factor. */
    @Transactional(readOnly = true)
    public boolean isEnabled(AccountId account) {
        return authenticators
                .findById(account.value())
                .filter(AuthenticatorEntity::isConfirmed)
                .isPresent();
    }

    /** Creates the secret for the app; it has no effect until it is confirmed. */
    byte[] enrol(AccountId account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String encrypted = encryptor.encrypt(Base64.getEncoder().encodeToString(secret));
        authenticators
                .findById(account.value())
                .ifPresentOrElse(
                        earlier -> earlier.replaceSecret(encrypted),
                        () -> authenticators.save(new AuthenticatorEntity(account, encrypted)));
        return secret;
    }

    /**
     * Redeems a code, with or without spaces and hyphens.
     *
     * @return false if it is wrong or was redeemed before
     * @throws app.charla.core.TooManyRequestsException if wrong codes were tried too often lately
     */
    @Transactional
    public boolean redeem(AccountId account, String written, Attempt attempt) {
        String code = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        limits.limitCode(attempt);
        boolean redeemed = code.matches("\\d{6}")
                ? redeemAppCode(account, code)
                : redeemRecoveryCode(account, code, attempt.client().address());
        if (redeemed) {
            limits.resetCode(attempt);
        }
        return redeemed;
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
        boolean redeemed = recoveryCodes.redeem(account.value(), SecretToken.digest(code)) == 1;
        if (redeemed) {
            log.record(account, SecurityEvent.Kind.RECOVERY_CODE_USED, "", address);
        }
        return redeemed;
    }

    /** Replaces the recovery codes. Each has 80 random bits, so an unsalted digest protects it. */
    List<String> newRecoveryCodes(AccountId account) {
        List<String> codes =
                Stream.generate(this::randomRecoveryCode).limit(RECOVERY_CODES).toList();
        recoveryCodes.removeAll(account.value());
        recoveryCodes.saveAll(codes.stream()
                .map(code -> new RecoveryCodeEntity(account, SecretToken.digest(code.replace("-", ""))))
                .toList());
        return codes;
    }

    private String randomRecoveryCode() {
        byte[] bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).replaceAll("(.{4})(?!$)", "$1-");
    }

    int countRecoveryCodes(AccountId account) {
        return recoveryCodes.countByAccountId(account.value());
    }

    void confirm(AccountId account) {
        authenticators.findById(account.value()).orElseThrow().confirm(clock.instant());
    }

    void remove(AccountId account) {
        authenticators.remove(account.value());
        recoveryCodes.removeAll(account.value());
    }
}
