package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.space.SpaceRole;
import app.charla.space.SpaceService;
import app.charla.storage.StorageProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** The code of a server without administrators, generated at its start. */
@ServiceTest
@TestPropertySource(properties = "charla.registration.setup-code=")
@SuppressWarnings("NullAway.Init")
class SetupCodeTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private SetupCode setup;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Administrators administrators;

    @Autowired
    private WaitingAccounts waiting;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private StorageProperties storage;

    @Autowired
    private RegistrationRepository registration;

    @Autowired
    private AccountRepository accountRepository;

    @Autowired
    private SecurityLog log;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate directory;

    @TempDir
    Path elsewhere;

    private String code;

    /** Starts a server without administrators. */
    @BeforeEach
    void setUp() {
        directory.update("UPDATE account SET administrator = 0");
        directory.update("UPDATE registration SET mode = NULL, setup_code_hash = NULL");
        setup.deleteFile();
        code = setup.prepare().orElseThrow();
    }

    private Path file() {
        return storage.dataDir().resolve("setup-code");
    }

    private AccountId register(@Nullable String setupCode) {
        var registration = new Registration("p-" + COUNT.incrementAndGet(), null, People.PASSWORD, Language.EN);
        return accounts.register(registration, new RegistrationTicket(null, setupCode), "a")
                .id();
    }

    private SpaceRole roleAtHome(AccountId account) {
        return spaces.role(spaces.enterHome(account));
    }

    /** The code as another node has it, with the same directory and a folder of its own. */
    private SetupCode otherNode(String setting, boolean limited) {
        return new SetupCode(
                registration,
                accountRepository,
                new RegistrationProperties(RegistrationMode.OPEN, setting),
                new StorageProperties(elsewhere, "", "", "", "", "", "", "", 1, 1),
                new AccountProperties(limited, 1, 1, 1, Duration.ofDays(1), Duration.ofSeconds(5), 64),
                log,
                events,
                transactions);
    }

    @Test
    void withoutItTheFirstAccountIsAMemberLikeOthers() {
        AccountId first = register(null);

        assertThat(roleAtHome(first)).isEqualTo(SpaceRole.MEMBER);
        assertThat(administrators.isAdministrator(first)).isFalse();
        assertThat(setup.isOpen()).isTrue();
    }

    @Test
    void whoRegistersWithItIsAdministratorAndOwner() {
        AccountId ana = register(code);

        assertThat(administrators.isAdministrator(ana)).isTrue();
        assertThat(roleAtHome(ana)).isEqualTo(SpaceRole.OWNER);
        assertThat(setup.isOpen()).isFalse();
        assertThat(file()).doesNotExist();
        assertThat(log.events(ana, null, 9))
                .extracting(SecurityEvent::kind)
                .contains(SecurityEvent.Kind.ADMINISTRATOR_ROLE_GIVEN);
        assertThat(setup.prepare()).isEmpty();
    }

    @Test
    void whoIsSignedInCanGiveItLater() {
        AccountId ana = register(null);
        assertThat(roleAtHome(ana)).isEqualTo(SpaceRole.MEMBER);

        setup.claim(ana, code, "a");

        assertThat(administrators.isAdministrator(ana)).isTrue();
        assertThat(roleAtHome(ana)).isEqualTo(SpaceRole.OWNER);
        assertThat(file()).doesNotExist();
    }

    @Test
    void itOpensAServerThatTakesNobody() {
        for (RegistrationMode mode : RegistrationMode.values()) {
            setUp();
            directory.update("UPDATE registration SET mode = ?", mode.name());
            AccountId ana = register(code);
            assertThat(waiting.isWaiting(ana)).isFalse();
            assertThat(roleAtHome(ana)).isEqualTo(SpaceRole.OWNER);
        }
    }

    @Test
    void whoWaitsIsInWithIt() {
        directory.update("UPDATE registration SET mode = 'APPROVAL'");
        AccountId ana = register(null);
        assertThat(waiting.isWaiting(ana)).isTrue();

        setup.claim(ana, code, "a");

        assertThat(waiting.isWaiting(ana)).isFalse();
        assertThat(roleAtHome(ana)).isEqualTo(SpaceRole.OWNER);
    }

    @Test
    void itWorksOnce() {
        AccountId ana = register(code);
        int people = count();

        assertThatThrownBy(() -> register(code)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> setup.claim(ana, code, "a")).isInstanceOf(InvalidException.class);
        assertThat(count()).isEqualTo(people);
    }

    @Test
    void aWrongOneMakesNoAccount() {
        int people = count();

        assertThatThrownBy(() -> register("not-the-setup-code"))
                .isInstanceOfSatisfying(InvalidException.class, wrong -> {
                    assertThat(wrong.field()).isEqualTo("setupCode");
                    assertThat(wrong.code()).isEqualTo("setup.wrong");
                });
        assertThat(count()).isEqualTo(people);
        assertThat(setup.isOpen()).isTrue();
    }

    private int count() {
        return java.util.Objects.requireNonNull(
                directory.queryForObject("SELECT count(*) FROM account", Integer.class));
    }

    @Test
    void oneOfTwoWinsTheRace() throws Exception {
        AccountId early = register(null);
        int winners = 0;
        Callable<Boolean> claim = () -> {
            setup.claim(early, code, "a");
            return true;
        };
        Callable<Boolean> registration = () -> {
            register(code);
            return true;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(List.of(claim, registration, registration))) {
                try {
                    winners += each.get() ? 1 : 0;
                } catch (ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOf(InvalidException.class);
                }
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(directory.queryForObject("SELECT count(*) FROM account WHERE administrator = 1", Integer.class))
                .isEqualTo(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void itsFileIsPrivateAndOutlivesARestart() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).isEqualTo(code);
        assertThat(setup.prepare()).contains(code);
    }

    @Test
    void twoNodesAgreeOnOne() {
        assertThat(otherNode("", false).prepare()).isEmpty();
        assertThat(elsewhere.resolve("setup-code")).doesNotExist();
        assertThat(setup.isCurrent(code)).isTrue();
        assertThat(otherNode("", false).isCurrent(code)).isTrue();
    }

    @Test
    void theSettingReplacesIt() {
        SetupCode other = otherNode("chosen-by-operator", false);
        assertThat(other.prepare()).contains("chosen-by-operator");

        assertThat(setup.isCurrent(code)).isFalse();
        assertThatThrownBy(() -> register(code)).isInstanceOf(InvalidException.class);
        assertThat(administrators.isAdministrator(register("chosen-by-operator")))
                .isTrue();
        assertThat(other.prepare()).isEmpty();
    }

    @Test
    void guessesAreLimited() {
        SetupCode limited = otherNode("", true);
        assertThatThrownBy(() -> {
                    for (int i = 0; i <= 20; i++) {
                        guess(limited);
                    }
                })
                .isInstanceOf(TooManyRequestsException.class);
    }

    private static void guess(SetupCode setup) {
        try {
            setup.check("a-guess-of-somebody", "192.0.2.1");
        } catch (InvalidException wrong) {
            assertThat(wrong.code()).isEqualTo("setup.wrong");
        }
    }
}
