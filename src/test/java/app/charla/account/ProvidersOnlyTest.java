package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import java.time.Clock;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A server where people come by a provider only, and from one domain only. */
@ServiceTest
@TestPropertySource(
        properties = {
            "PROVIDERS_ONLY=on",
            "EMAIL_DOMAINS=example.org,Example.com",
            "OIDC_ONE_ISSUER=https://one.example.org",
            "OIDC_ONE_CLIENT_ID=charla"
        })
@SuppressWarnings("NullAway.Init")
class ProvidersOnlyTest {

    @Autowired
    private IdentityService identities;

    @Autowired
    private AccountService accounts;

    @Autowired
    private SessionService sessions;

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private IdentityLinking identityLinking;

    @Autowired
    private AccountRepository everybody;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Clock clock;

    @Test
    void takesNoPasswords() {
        var wish = new Registration("somebody", null, "mimosa-trombone-41", Language.EN);
        refused(() -> accounts.register(wish, "a"));
        refused(() -> accounts.signIn("somebody", "mimosa-trombone-41", "a"));
    }

    @Test
    void changesAndResetsNone() {
        Account ana = identities.register(identity("ana-2@example.org", true), "ana-2", Language.EN, "a");
        UUID session =
                sessions.open(ana.id(), Session.Kind.BROWSER, "", "").session().id();
        refused(() -> changes.change(ana.id(), session, "", "mimosa-trombone-41", "a"));
        refused(() -> changes.requestReset("ana-2", "a"));
        refused(() -> changes.createResetToken(ana.id(), ana.id()));
        refused(() -> changes.reset("any", "mimosa-trombone-41", "a"));
        refused(() -> reauthentication.byPassword(ana.id(), session, "mimosa-trombone-41", "a"));
        refused(() -> passkeys.signIn(passkeys.beginAuthentication("http://localhost"), "{}", "a"));
        assertThat(reauthentication.hasPassword(ana.id())).isFalse();
        assertThat(changes.isAvailable()).isFalse();
    }

    @Test
    void linksAnAccountFromBeforeOnceItsPasswordIsProved() {
        AccountId gil = fromBefore("gil", "gil@example.org");
        ExternalIdentity identity = identity("gil@example.org", true);
        assertThat(identities.signIn(identity)).isEmpty();
        assertThatThrownBy(() -> identityLinking.linkByPassword(identity, "another-password-77", null, "a"))
                .isInstanceOf(SignInFailedException.class);
        assertThat(identities.signIn(identity)).isEmpty();

        assertThat(identityLinking.linkByPassword(identity, "mimosa-trombone-41", null, "a"))
                .isEqualTo(gil);
        assertThat(identities.signIn(identity)).contains(gil);
        refused(() -> accounts.signIn("gil", "mimosa-trombone-41", "a"));
    }

    @Test
    void linksNoAccountOfAnotherEmail() {
        fromBefore("hanna", "hanna@example.org");
        for (ExternalIdentity eve : new ExternalIdentity[] {
            identity("eve@example.org", true), identity("hanna@example.org", false), identity(null, true)
        }) {
            assertThatThrownBy(() -> identityLinking.linkByPassword(eve, "mimosa-trombone-41", null, "a"))
                    .isInstanceOf(SignInFailedException.class);
        }
    }

    private AccountId fromBefore(String name, String email) {
        return everybody
                .saveAndFlush(new AccountEntity(
                        UUID.randomUUID(),
                        Username.of(name),
                        email,
                        passwords.hash("mimosa-trombone-41"),
                        Language.EN,
                        clock.instant()))
                .toAccount()
                .id();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ForbiddenException.class).hasMessageContaining("oauth.only");
    }

    @Test
    void letsInVerifiedEmailsOfItsDomains() {
        for (String email : new String[] {"ana@example.org", "bea@EXAMPLE.COM"}) {
            ExternalIdentity identity = identity(email, true);
            Account made = identities.register(identity, email.substring(0, 3), Language.EN, "a");
            assertThat(identities.signIn(identity)).contains(made.id());
        }
    }

    @Test
    void letsInNobodyElse() {
        refused(identity("eve@evil.org", true));
        refused(identity("eve@example.org.evil.org", true));
        refused(identity("eve@notexample.org", true));
        refused(identity("eve@example.org", false));
        refused(identity(null, true));
    }

    private void refused(ExternalIdentity identity) {
        assertThatThrownBy(() -> identities.signIn(identity)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> identities.register(identity, "eve", Language.EN, "a"))
                .isInstanceOf(ForbiddenException.class);
    }

    private static ExternalIdentity identity(@Nullable String email, boolean verified) {
        return new ExternalIdentity("https://one.example.org", "s-" + email, email, verified, null, null);
    }
}
