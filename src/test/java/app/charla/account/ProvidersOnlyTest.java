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

/** A server where people sign in by identity providers only, with e-mails of two domains. */
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
    private PasswordAuthentication passwords;

    @Autowired
    private SessionService sessions;

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private IdentityLinking identityLinking;

    @Autowired
    private AccountRepository accountRepository;

    @Autowired
    private Passwords hasher;

    @Autowired
    private Clock clock;

    @Test
    void rejectsRegistrationAndSignInByPassword() {
        var registration = new Registration("somebody", null, "mimosa-trombone-41", Language.EN);
        assertRefused(() -> accounts.register(registration, "a"));
        assertRefused(() -> passwords.signIn("somebody", "mimosa-trombone-41", "a"));
    }

    @Test
    void rejectsPasswordChangesResetsAndPasskeys() {
        Account ana = identities.register(identity("ana-2@example.org", true), "ana-2", Language.EN, "a");
        UUID session =
                sessions.open(ana.id(), Session.Kind.BROWSER, "", "").session().id();
        assertRefused(() -> changes.change(ana.id(), session, "", "mimosa-trombone-41", "a"));
        assertRefused(() -> resets.requestReset("ana-2", "a"));
        assertRefused(() -> resets.createResetToken(ana.id(), ana.id()));
        assertRefused(() -> resets.reset("any", "mimosa-trombone-41", "a"));
        assertRefused(() -> reauthentication.byPassword(ana.id(), session, "mimosa-trombone-41", "a"));
        assertRefused(() -> passkeys.signIn(passkeys.beginAuthentication("http://localhost"), "{}", "a"));
        assertThat(reauthentication.hasPassword(ana.id())).isFalse();
        assertThat(resets.isAvailable()).isFalse();
    }

    @Test
    void linksAnExistingAccountByItsPassword() {
        AccountId gil = existingAccount("gil", "gil@example.org");
        ExternalIdentity identity = identity("gil@example.org", true);
        assertThat(identities.signIn(identity)).isEmpty();
        assertThatThrownBy(() -> identityLinking.linkByPassword(identity, "another-password-77", null, Client.at("a")))
                .isInstanceOf(SignInFailedException.class);
        assertThat(identities.signIn(identity)).isEmpty();

        assertThat(identityLinking.linkByPassword(identity, "mimosa-trombone-41", null, Client.at("a")))
                .isEqualTo(gil);
        assertThat(identities.signIn(identity)).contains(gil);
        assertRefused(() -> passwords.signIn("gil", "mimosa-trombone-41", "a"));
    }

    @Test
    void rejectsLinkingAccountsOfAnotherEmail() {
        existingAccount("hanna", "hanna@example.org");
        for (ExternalIdentity eve : new ExternalIdentity[] {
            identity("eve@example.org", true), identity("hanna@example.org", false), identity(null, true)
        }) {
            assertThatThrownBy(() -> identityLinking.linkByPassword(eve, "mimosa-trombone-41", null, Client.at("a")))
                    .isInstanceOf(SignInFailedException.class);
        }
    }

    private AccountId existingAccount(String name, String email) {
        return accountRepository
                .saveAndFlush(new AccountEntity(
                        UUID.randomUUID(),
                        Username.of(name),
                        email,
                        hasher.hash("mimosa-trombone-41", "a"),
                        Language.EN,
                        clock.instant()))
                .toAccount()
                .id();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ForbiddenException.class).hasMessageContaining("oauth.only");
    }

    @Test
    void acceptsVerifiedEmailsOfAllowedDomains() {
        for (String email : new String[] {"ana@example.org", "bea@EXAMPLE.COM"}) {
            ExternalIdentity identity = identity(email, true);
            Account made = identities.register(identity, email.substring(0, 3), Language.EN, "a");
            assertThat(identities.signIn(identity)).contains(made.id());
        }
    }

    @Test
    void rejectsOtherDomainsAndUnverifiedEmails() {
        assertRefused(identity("eve@evil.org", true));
        assertRefused(identity("eve@example.org.evil.org", true));
        assertRefused(identity("eve@notexample.org", true));
        assertRefused(identity("eve@example.org", false));
        assertRefused(identity(null, true));
    }

    private void assertRefused(ExternalIdentity identity) {
        assertThatThrownBy(() -> identities.signIn(identity)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> identities.register(identity, "eve", Language.EN, "a"))
                .isInstanceOf(ForbiddenException.class);
    }

    private static ExternalIdentity identity(@Nullable String email, boolean verified) {
        return new ExternalIdentity("https://one.example.org", "s-" + email, email, verified, null, null);
    }
}
