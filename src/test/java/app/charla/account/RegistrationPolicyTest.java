package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.Preferences.Language;
import app.charla.account.RegistrationRules.Inviters;
import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Who may register, by each way in, and what administrators decide. The settings say that nobody may. */
@ServiceTest
@TestPropertySource(
        properties = {"REGISTRATION=closed", "OIDC_ONE_ISSUER=https://one.example.org", "OIDC_ONE_CLIENT_ID=charla"})
@SuppressWarnings("NullAway.Init")
class RegistrationPolicyTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static @Nullable Actor first;

    private enum Way {
        PASSWORD,
        PROVIDER
    }

    @Autowired
    private AccountService accounts;

    @Autowired
    private IdentityService identities;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private RegistrationPolicy policy;

    @Autowired
    private Administrators administrators;

    @Autowired
    private WaitingAccounts waiting;

    @Autowired
    private DormantAccounts dormant;

    @Autowired
    private SessionService sessions;

    @Autowired
    private ProfileDirectory directory;

    @Autowired
    private SecurityLog log;

    @Autowired
    private SetupCode setup;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private InviteService invites;

    @Autowired
    private People people;

    @Autowired
    private Spaces made;

    @Autowired
    private JdbcTemplate directoryTables;

    private AccountId admin;

    @BeforeEach
    void setUp() {
        if (setup.isOpen()) {
            first = people.person("root");
        }
        admin = java.util.Objects.requireNonNull(first).account();
        directoryTables.update("UPDATE registration SET mode = NULL, inviters = 'ADMINISTRATORS'");
    }

    private void rule(RegistrationMode mode) {
        rule(mode, Inviters.ADMINISTRATORS);
    }

    private void rule(RegistrationMode mode, Inviters inviters) {
        policy.change(admin, new RegistrationRules(mode, inviters), "a");
    }

    private Account register(Way way, String username, @Nullable String invite) {
        var ticket = new RegistrationTicket(invite, null);
        return switch (way) {
            case PASSWORD ->
                accounts.register(new Registration(username, null, People.PASSWORD, Language.EN), ticket, "a");
            case PROVIDER -> identities.register(identity(username), username, Language.EN, ticket, "a");
        };
    }

    private static ExternalIdentity identity(String subject) {
        return new ExternalIdentity("https://one.example.org", subject, null, false, null, null);
    }

    private static String name() {
        return "newcomer-" + COUNT.incrementAndGet();
    }

    private Actor member(String name) {
        rule(RegistrationMode.OPEN);
        return people.person(name);
    }

    private String invite(Actor issuer, @Nullable Integer uses) {
        return invites.issue(issuer, new Invite.Request(null, uses, SpaceRole.MEMBER, null))
                .token();
    }

    private static void assertRefused(String code, ThrowingCallable registration) {
        assertThatThrownBy(registration)
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void theSettingHoldsUntilAnAdministratorChangesIt() {
        assertThat(policy.rules().mode()).isEqualTo(RegistrationMode.CLOSED);
        assertRefused("registration.closed", () -> register(Way.PASSWORD, name(), null));

        rule(RegistrationMode.OPEN);

        assertThat(policy.rules()).isEqualTo(new RegistrationRules(RegistrationMode.OPEN, Inviters.ADMINISTRATORS));
        assertThat(waiting.isWaiting(register(Way.PASSWORD, name(), null).id())).isFalse();
        assertThat(log.events(admin, null, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo(Kind.REGISTRATION_CHANGED))
                .satisfies(event -> assertThat(event.detail()).isEqualTo("OPEN"));
    }

    @ParameterizedTest
    @EnumSource
    void aClosedServerTakesNobody(Way way) {
        String invite = invite(made.space(admin, "Puerta", Joining.INVITE), null);
        rule(RegistrationMode.CLOSED);
        String username = name();

        assertRefused("registration.closed", () -> register(way, username, null));
        assertRefused("registration.closed", () -> register(way, username, invite));

        assertThat(directory.findByUsernames(List.of(username))).isEmpty();
        assertThat(identities.signIn(identity(username))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInviteMakesAnAccountThatIsInItsSpace(Way way) {
        Actor owner = made.space(admin, "Taller", Joining.INVITE);
        String token = invite(owner, 2);
        rule(RegistrationMode.INVITE);

        AccountId account = register(way, name(), token).id();

        assertThat(spaces.role(new Actor(owner.space(), account))).isEqualTo(SpaceRole.MEMBER);
        assertThat(invites.invites(owner)).singleElement().satisfies(invite -> {
            assertThat(invite.uses()).isEqualTo(1);
            assertThat(invite.joined()).containsExactly(account);
        });
    }

    @ParameterizedTest
    @EnumSource
    void invitesThatAreNotOpenAnyMoreMakeNone(Way way) {
        Actor owner = made.space(admin, "Viejo", Joining.INVITE);
        String spent = invite(owner, 1);
        String revoked = invite(owner, null);
        String expired = invite(owner, null);
        invites.revoke(owner, invites.invites(owner).get(1).id());
        directoryTables.update("UPDATE space_invite SET expires_at = 1 WHERE id = ?", (Object)
                bytes(invites.invites(owner).getFirst().id()));
        rule(RegistrationMode.INVITE);
        register(way, name(), spent);

        for (String token : new String[] {spent, revoked, expired, "no-such-invite", null}) {
            String username = name();
            assertRefused("registration.invite", () -> register(way, username, token));
            assertThat(directory.findByUsernames(List.of(username))).isEmpty();
        }
    }

    private static byte[] bytes(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @ParameterizedTest
    @EnumSource
    void invitesOfOwnersCountWhereAdministratorsSaySo(Way way) {
        Actor owner = made.space(member("olga").account(), "Huerta", Joining.INVITE);
        String token = invite(owner, null);
        rule(RegistrationMode.INVITE, Inviters.ADMINISTRATORS);
        assertRefused("registration.invite", () -> register(way, name(), token));

        rule(RegistrationMode.INVITE, Inviters.MANAGERS);
        register(way, name(), token);

        Actor second = member("sara");
        invites.accept(second.account(), token);
        members.changeRole(owner, second.account(), SpaceRole.OWNER);
        members.changeRole(new Actor(owner.space(), second.account()), owner.account(), SpaceRole.MEMBER);
        rule(RegistrationMode.INVITE, Inviters.MANAGERS);
        assertRefused("registration.invite", () -> register(way, name(), token));
    }

    @Test
    void twoCannotShareTheLastUse() throws Exception {
        String token = invite(made.space(admin, "Carrera", Joining.INVITE), 1);
        rule(RegistrationMode.INVITE);

        assertThat(race(() -> register(Way.PASSWORD, name(), token), () -> register(Way.PROVIDER, name(), token)))
                .isEqualTo(1);
    }

    /** Runs both at once and returns how many of them succeeded. */
    private static int race(Callable<?> one, Callable<?> other) throws Exception {
        int succeeded = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> each : threads.invokeAll(List.<Callable<Object>>of(one::call, other::call))) {
                try {
                    each.get();
                    succeeded++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause())
                            .isInstanceOfAny(
                                    ForbiddenException.class, NotFoundException.class, ConflictException.class);
                }
            }
        }
        return succeeded;
    }

    @ParameterizedTest
    @EnumSource
    void anAccountWaitsUntilItIsLetIn(Way way) {
        String invitation = invite(made.space(admin, "Patio", Joining.INVITE), null);
        rule(RegistrationMode.APPROVAL);
        String username = name();
        Account account = register(way, username, null);

        assertThat(waiting.isWaiting(account.id())).isTrue();
        assertRefused("account.waiting", () -> spaces.enterHome(account.id()));
        assertRefused("account.waiting", () -> spaces.spaces(account.id()));
        assertRefused("account.waiting", () -> invites.accept(account.id(), invitation));
        assertThat(directory.findByUsernames(List.of(username))).isEmpty();
        assertThat(directory.findByIds(List.of(account.id()))).isEmpty();
        assertThat(directory.search(admin, username, 10)).isEmpty();
        assertThat(members.members(spaces.enterHome(admin)))
                .noneMatch(member -> member.account().equals(account.id()));
        assertThat(waiting.all(admin)).extracting(WaitingAccount::username).contains(username);

        waiting.accept(admin, account.id(), "a");

        assertThat(waiting.isWaiting(account.id())).isFalse();
        assertThat(spaces.role(spaces.enterHome(account.id()))).isEqualTo(SpaceRole.MEMBER);
        assertThat(directory.findByUsernames(List.of(username))).hasSize(1);
        assertThat(waiting.all(admin)).extracting(WaitingAccount::username).doesNotContain(username);
        assertThat(log.events(admin, null, 1).getFirst().kind()).isEqualTo(Kind.ACCOUNT_ACCEPTED);
        assertThat(log.events(account.id(), null, 1).getFirst().kind()).isEqualTo(Kind.ACCEPTED);
        assertThatThrownBy(() -> waiting.refuse(admin, account.id(), "a")).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedAccountIsGoneAndItsNameFree(Way way) {
        rule(RegistrationMode.APPROVAL);
        String username = name();
        Account account = register(way, username, null);
        String token =
                sessions.open(account.id(), Session.Kind.BROWSER, "t", "").token();
        assertThat(sessions.authenticate(token, "")).isPresent();

        waiting.refuse(admin, account.id(), "a");

        assertThat(sessions.authenticate(token, "")).isEmpty();
        assertThat(waiting.isWaiting(account.id())).isTrue();
        assertThat(identities.signIn(identity(username))).isEmpty();
        assertThatThrownBy(() -> passwords.signIn(username, People.PASSWORD, "a"))
                .isInstanceOf(SignInFailedException.class);
        assertThat(log.events(admin, null, 1).getFirst().kind()).isEqualTo(Kind.ACCOUNT_REFUSED);
        assertThatThrownBy(() -> waiting.accept(admin, account.id(), "a")).isInstanceOf(NotFoundException.class);
        assertThat(register(way, username, null).id()).isNotEqualTo(account.id());
    }

    @Test
    void oneDecisionIsMadeOfTwoAtOnce() throws Exception {
        rule(RegistrationMode.APPROVAL);
        AccountId account = register(Way.PASSWORD, name(), null).id();

        assertThat(race(
                        () -> {
                            waiting.accept(admin, account, "a");
                            return true;
                        },
                        () -> {
                            waiting.refuse(admin, account, "a");
                            return true;
                        }))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(RegistrationMode.class)
    void dormantAccountsAreClaimedOnlyByLinksOfThoseWhoMayLetOthersIn(RegistrationMode mode) {
        Actor owner = member("restorer");
        AccountId author = dormant.getOrCreate(
                new AccountId(UUID.randomUUID()), new AccountId(UUID.randomUUID()), name(), "Author");
        String early = dormant.issueClaim(author, owner.account());
        rule(mode);

        if (mode == RegistrationMode.OPEN) {
            assertThat(dormant.claim(early, People.PASSWORD, Language.EN, "a").id())
                    .isEqualTo(author);
            return;
        }
        assertRefused("registration.claim", () -> dormant.claim(early, People.PASSWORD, Language.EN, "a"));
        assertRefused("registration.claim", () -> dormant.issueClaim(author, owner.account()));
        String late = dormant.issueClaim(author, admin);
        assertThat(dormant.claim(late, People.PASSWORD, Language.EN, "a").id()).isEqualTo(author);
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        AccountId second = member("second").account();
        UUID session = fresh(admin);
        assertThatThrownBy(() -> administrators.dismiss(admin, session, admin, "a"))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> administrators.requireOther(admin)).isInstanceOf(ConflictException.class);

        administrators.appoint(admin, session, second, "a");
        administrators.requireOther(admin);
        assertThat(administrators.administrators(second))
                .extracting(Profile::id)
                .contains(admin, second);
        assertThat(log.events(second, null, 1).getFirst().kind()).isEqualTo(Kind.ADMINISTRATOR_ROLE_GIVEN);
        UUID own = fresh(second);
        race(
                () -> {
                    administrators.dismiss(admin, session, second, "a");
                    return true;
                },
                () -> {
                    administrators.dismiss(second, own, admin, "a");
                    return true;
                });

        assertThat(administrators.isAdministrator(admin) ^ administrators.isAdministrator(second))
                .isTrue();
        directoryTables.update("UPDATE account SET administrator = (id = ?)", (Object) bytes(admin.value()));
    }

    @Test
    void administratorsProveWhoTheyAreBeforeTheyMakeAnother() {
        AccountId ben = member("ben").account();
        UUID session = fresh(admin);
        directoryTables.update("UPDATE session SET proved_at = 0");

        assertRefused(Reauthentication.REQUIRED, () -> administrators.appoint(admin, session, ben, "a"));
    }

    @Test
    void nothingOfThisExistsForOthers() {
        AccountId ben = member("ben").account();
        rule(RegistrationMode.APPROVAL);
        AccountId account = register(Way.PASSWORD, name(), null).id();
        UUID session = fresh(ben);

        for (ThrowingCallable each : List.<ThrowingCallable>of(
                () -> policy.change(ben, new RegistrationRules(RegistrationMode.OPEN, Inviters.MANAGERS), "a"),
                () -> waiting.all(ben),
                () -> waiting.accept(ben, account, "a"),
                () -> waiting.refuse(ben, account, "a"),
                () -> administrators.administrators(ben),
                () -> administrators.appoint(ben, session, ben, "a"),
                () -> administrators.dismiss(ben, session, admin, "a"))) {
            assertThatThrownBy(each).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> administrators.appoint(admin, fresh(admin), account, "a"))
                .isInstanceOf(NotFoundException.class);
    }

    private UUID fresh(AccountId account) {
        return sessions.open(account, Session.Kind.BROWSER, "t", "").session().id();
    }
}
