package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(
        properties = {
            "OIDC_ONE_ISSUER=https://one.example.org",
            "OIDC_ONE_CLIENT_ID=charla",
            "OIDC_TWO_ISSUER=https://two.example.org/",
            "OIDC_TWO_CLIENT_ID=charla"
        })
@SuppressWarnings("NullAway.Init")
class IdentityServiceTest {

    private static final String ONE = "https://one.example.org";
    private static final String TWO = "https://two.example.org/";
    private static final String PASSWORD = "mimosa-trombone-41";

    @Autowired
    private IdentityService identities;

    @Autowired
    private AccountService accounts;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private DormantAccounts dormant;

    @Autowired
    private SessionService sessions;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private SessionOrigins origins;

    @Test
    void signsInToTheAccountRegisteredWithTheIdentity() {
        ExternalIdentity ana = identity(ONE, "ana", "ana@example.org", true);
        assertThat(identities.signIn(ana)).isEmpty();

        Account registered = identities.register(ana, "ana.there", Language.EN, "a");

        assertThat(registered.email()).isEqualTo("ana@example.org");
        assertThat(identities.signIn(ana)).contains(registered.id());
        assertThat(identities.signIn(identity(TWO, "ana", "ana@example.org", true)))
                .isEmpty();
        assertThat(identities.identities(registered.id()))
                .singleElement()
                .satisfies(linked -> assertThat(linked.label()).isEqualTo("ana@example.org"));
    }

    @Test
    void identifiesPeopleBySubjectNotByEmail() {
        Account registered =
                identities.register(identity(ONE, "s-1", "old@example.org", true), "s-one", Language.EN, "a");
        assertThat(identities.signIn(identity(ONE, "s-1", "new@example.org", true)))
                .contains(registered.id());
        assertThat(identities.signIn(identity(ONE, "s-2", "old@example.org", true)))
                .isEmpty();
    }

    @Test
    void rejectsPasswordsForAccountsWithoutOne() {
        Account registered =
                identities.register(identity(ONE, "bea", "bea@example.org", true), "bea.x", Language.EN, "a");
        for (String password : List.of("", PASSWORD)) {
            assertThatThrownBy(() -> passwords.signIn("bea.x", password, "a"))
                    .isInstanceOf(SignInFailedException.class);
            assertThatThrownBy(() -> passwords.signIn("bea@example.org", password, "a"))
                    .isInstanceOf(SignInFailedException.class);
        }
        assertThat(dormant.isDormant(registered.id())).isFalse();
        assertThatThrownBy(() -> dormant.issueClaim(registered.id(), registered.id()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void ignoresUnverifiedEmails() {
        AccountId owner = account("carla", "carla@example.org");
        ExternalIdentity eve = identity(ONE, "eve", "carla@example.org", false);

        assertThat(identities.hasAccountWithSameEmail(eve)).isFalse();
        assertThat(identities.linkIfSameEmail(owner, eve, "a")).isFalse();
        assertThat(identities.register(eve, "eve.x", Language.EN, "a").email()).isNull();
    }

    @Test
    void linksOnlyToTheAccountWithTheSameVerifiedEmail() {
        AccountId owner = account("dora", "dora@example.org");
        AccountId other = account("emma", "emma@example.org");
        ExternalIdentity dora = identity(ONE, "dora", "DORA@example.org", true);

        assertThat(identities.hasAccountWithSameEmail(dora)).isTrue();
        assertThat(identities.signIn(dora)).isEmpty();
        assertThat(identities.linkIfSameEmail(other, dora, "a")).isFalse();
        assertThat(identities.linkIfSameEmail(owner, dora, "a")).isTrue();
        assertThat(identities.signIn(dora)).contains(owner);
    }

    @Test
    void linksOnceAndToOneAccountOnly() {
        AccountId fay = account("fay", null);
        AccountId gus = account("gus", null);
        ExternalIdentity one = identity(ONE, "fay", null, false);
        identities.link(fay, one, "a");
        identities.link(fay, one, "a");

        assertThat(identities.identities(fay)).hasSize(1);
        assertThatThrownBy(() -> identities.link(gus, one, "a")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> identities.register(one, "fay.again", Language.EN, "a"))
                .isInstanceOf(ConflictException.class);
    }

    private UUID session(AccountId account) {
        return sessions.open(account, Session.Kind.BROWSER, "test", "a")
                .session()
                .id();
    }

    private void unlink(AccountId account, UUID identity) {
        identities.unlink(account, session(account), identity, "a");
    }

    @Test
    void requiresReauthenticationToUnlink() {
        AccountId lia = account("lia", null);
        identities.link(lia, identity(ONE, "lia", null, false), "a");
        UUID personal = tokens.create(
                        lia, session(lia), "script", Session.Scope.ADMIN, Session.Reach.EVERYTHING, 1, "a")
                .session()
                .id();
        assertThatThrownBy(() -> identities.unlink(lia, personal, only(lia), "a"))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void keepsTheLastSignInMethod() {
        Account hal = identities.register(identity(ONE, "hal", null, false), "hal.x", Language.EN, "a");
        UUID first = only(hal.id());
        assertThatThrownBy(() -> unlink(hal.id(), first)).isInstanceOf(ConflictException.class);
        assertThat(identities.identities(hal.id())).hasSize(1);

        identities.link(hal.id(), identity("https://no-longer-set.example.org", "hal", null, false), "a");
        assertThatThrownBy(() -> unlink(hal.id(), first)).isInstanceOf(ConflictException.class);

        identities.link(hal.id(), identity(TWO, "hal", null, false), "a");
        unlink(hal.id(), first);
        assertThat(identities.signIn(identity(ONE, "hal", null, false))).isEmpty();
    }

    @Test
    void unlinksTheOnlyIdentityOfAnAccountWithAPassword() {
        AccountId ida = account("ida", null);
        identities.link(ida, identity(ONE, "ida", null, false), "a");
        unlink(ida, only(ida));
        assertThat(identities.identities(ida)).isEmpty();
    }

    @Test
    void keepsOneSignInMethodWhenUnlinkedConcurrently() {
        Account jon = identities.register(identity(ONE, "jon", null, false), "jon.x", Language.EN, "a");
        identities.link(jon.id(), identity(TWO, "jon", null, false), "a");
        List<UUID> linked =
                identities.identities(jon.id()).stream().map(Identity::id).toList();

        IntStream.range(0, 2).parallel().forEach(i -> {
            try {
                unlink(jon.id(), linked.get(i));
            } catch (RuntimeException rejected) {
                assertThat(rejected).isNotNull();
            }
        });

        assertThat(identities.identities(jon.id())).isNotEmpty();
    }

    @Test
    void rejectsUnlinkingIdentitiesOfOthers() {
        AccountId kim = account("kim", null);
        identities.link(kim, identity(ONE, "kim", null, false), "a");
        AccountId leo = account("leo", null);
        assertThatThrownBy(() -> unlink(leo, only(kim))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void proposesAFreeUsernameCloseToTheirOwn() {
        assertThat(identities.proposeUsername(new ExternalIdentity(ONE, "1", null, false, "Mía Ruiz", null)))
                .isEqualTo("Mía.Ruiz");
        assertThat(identities.proposeUsername(identity(ONE, "1", "nora+x@example.org", false)))
                .isEqualTo("nora.x");
        assertThat(identities.proposeUsername(new ExternalIdentity(ONE, "1", null, false, "--", "Ó. Sáez!")))
                .isEqualTo("Ó.Sáez");
        assertThat(identities.proposeUsername(new ExternalIdentity(ONE, "1", null, false, null, null)))
                .startsWith("guest");
        account("olga", null);
        assertThat(identities.proposeUsername(new ExternalIdentity(ONE, "1", null, false, "0lga", null)))
                .isEqualTo("0lga-2");
        assertThatThrownBy(() -> identities.register(identity(ONE, "p", null, false), "olga", Language.EN, "a"))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> identities.register(identity(ONE, "p", null, false), "a b", Language.EN, "a"))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void keepsTheOriginOfASessionUntilItEnds() {
        AccountId pia = account("pia", null);
        Session session = sessions.open(pia, Session.Kind.BROWSER, "test", "a").session();
        origins.save(session, new SessionOrigin("one", "e.y.J"));
        assertThat(origins.find(session.id())).contains(new SessionOrigin("one", "e.y.J"));

        sessions.end(pia, session.id());
        assertThat(origins.find(session.id())).isEmpty();
    }

    private UUID only(AccountId account) {
        return identities.identities(account).getFirst().id();
    }

    private AccountId account(String username, @Nullable String email) {
        return accounts.register(new Registration(username, email, PASSWORD, Language.EN), "a")
                .id();
    }

    private static ExternalIdentity identity(
            String issuer, String subject, @Nullable String email, boolean emailVerified) {
        return new ExternalIdentity(issuer, subject, email, emailVerified, null, null);
    }
}
