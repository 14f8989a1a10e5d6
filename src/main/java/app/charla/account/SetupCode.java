package app.charla.account;

import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.crypto.SecretToken;
import app.charla.storage.PrivateFiles;
import app.charla.storage.StorageProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The setup code: a one-time secret that makes an account the first instance administrator. The directory has its digest,
 * one for all nodes; the node that generated it keeps it in {@code DATA_DIR/setup-code} until it is used.
 *
 * @see <a href="../../../../../docs/decisions/046-registration-and-the-first-administrator.md">decision 046</a>
 */
@Service
public class SetupCode {

    private static final int BYTES = 32;
    private static final String FILE = "setup-code";
    private static final String FIELD = "setupCode";

    private final RegistrationRepository registration;
    private final AccountRepository accounts;
    private final RegistrationProperties settings;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Path file;
    private final boolean limited;
    private final RateLimit<String> attempts = new RateLimit<>(20, Duration.ofHours(1));

    SetupCode(
            RegistrationRepository registration,
            AccountRepository accounts,
            RegistrationProperties settings,
            StorageProperties storage,
            AccountProperties limits,
            SecurityLog log,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.registration = registration;
        this.accounts = accounts;
        this.settings = settings;
        this.file = storage.dataDir().resolve(FILE);
        this.limited = limits.limited();
        this.log = log;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Sees to it that a server without administrators has a setup code: that of the settings, or else the one in the file,
     * or else a new one. Called at each start.
     *
     * @return the code, unless there is an administrator, or another node has a code that this one does not know
     */
    public Optional<String> prepare() {
        if (accounts.hasAdministrator()) {
            deleteFile();
            return Optional.empty();
        }
        if (!settings.setupCode().isEmpty()) {
            byte[] digest = SecretToken.digest(settings.setupCode());
            transactions.executeWithoutResult(status -> registration.replaceSetupCode(digest));
            deleteFile();
            return Optional.of(settings.setupCode());
        }
        String code = readOrCreateFile();
        byte[] digest = SecretToken.digest(code);
        transactions.executeWithoutResult(status -> registration.offerSetupCode(digest));
        if (isCurrent(digest)) {
            return Optional.of(code);
        }
        deleteFile();
        return Optional.empty();
    }

    /** Returns whether the server has no administrator yet, and a code that makes one. */
    public boolean isOpen() {
        return row().setupCodeHash() != null;
    }

    /** Returns whether a code would be accepted, without counting an attempt: for one that was checked before. */
    public boolean isCurrent(String code) {
        return isCurrent(SecretToken.digest(code));
    }

    /**
     * Checks a code without using it up.
     *
     * @param address the network address of the request, for the rate limit
     * @throws InvalidException if it is wrong or was used
     * @throws app.charla.core.TooManyRequestsException if the address tried too often
     */
    public void check(String code, String address) {
        limit(address);
        if (!isCurrent(code)) {
            throw wrong();
        }
    }

    /**
     * Makes the actor the first instance administrator, who waits for nobody. Publishes
     * {@link FirstAdministratorAppointed}.
     *
     * @param address the network address of the request, for the rate limit and the security log
     * @throws InvalidException if the code is wrong or was used
     * @throws app.charla.core.TooManyRequestsException if the address tried too often
     */
    public void claim(AccountId actor, String code, String address) {
        limit(address);
        transactions.executeWithoutResult(status -> redeem(actor, code, address));
        deleteFile();
    }

    /** As {@link #claim}, in the caller's transaction; afterwards the caller calls {@link #deleteFile}. */
    void redeem(AccountId account, String code, String address) {
        if (registration.redeemSetupCode(SecretToken.digest(code)) == 0) {
            throw wrong();
        }
        accounts.findById(account.value()).orElseThrow(NotFoundException::new).appoint();
        log.record(account, Kind.ADMINISTRATOR_ROLE_GIVEN, "", address);
        events.publishEvent(new FirstAdministratorAppointed(account));
    }

    void deleteFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String readOrCreateFile() {
        try {
            String code = SecretToken.random(BYTES).text();
            try {
                PrivateFiles.write(file, code);
                return code;
            } catch (FileAlreadyExistsException ofAnEarlierStart) {
                return Files.readString(file).strip();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the setup code in " + file, failure);
        }
    }

    private boolean isCurrent(byte[] digest) {
        byte[] current = row().setupCodeHash();
        return current != null && MessageDigest.isEqual(current, digest);
    }

    private RegistrationEntity row() {
        return registration.findById(RegistrationEntity.ID).orElseThrow();
    }

    private void limit(String address) {
        if (limited) {
            attempts.consume(address);
        }
    }

    private static InvalidException wrong() {
        return new InvalidException(FIELD, "setup.wrong");
    }
}
