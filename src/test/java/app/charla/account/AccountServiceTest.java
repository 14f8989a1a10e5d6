package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.ServiceTest;
import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.account.Preferences.Language;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AccountServiceTest {

    private static final String PASSWORD = "mimosa-trombone-41";

    @Autowired
    private AccountService accounts;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private UsernameGenerator usernames;

    @Test
    void registersAndSignsInByUsernameOrEmail() {
        Account registered = register("Lucía.Méndez", "Lucia@Example.org");
        assertThat(registered.username()).isEqualTo("Lucía.Méndez");
        assertThat(passwords.signIn("lucía.méndez", PASSWORD, "a")).isEqualTo(registered);
        assertThat(passwords.signIn("LUCIA@example.ORG", PASSWORD, "a")).isEqualTo(registered);
    }

    @Test
    void registersWithADisplayName() {
        var registration = new Registration(" Lucía  Núñez ", "lucia.n", null, PASSWORD, Language.ES);
        Account registered = accounts.register(registration, "a");
        assertThat(registered.name()).isEqualTo("Lucía Núñez");
        assertThat(register("lucia.m", null).name()).isEqualTo("lucia.m");

        for (String name : List.of("\u202Eanul", "x".repeat(65))) {
            assertThatThrownBy(() -> accounts.register(new Registration(name, "l-3", null, PASSWORD, Language.ES), "a"))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidException.class))
                    .returns("name", InvalidException::field);
        }
        var guessable = new Registration("Federico Trombone", "fede", null, "federicotrombone", Language.ES);
        assertThatThrownBy(() -> accounts.register(guessable, "a")).isInstanceOf(InvalidException.class);
    }

    @Test
    void proposesAFreeUsernameForAName() {
        assertThat(usernames.propose("María-José Núñez  Łuczak")).contains("maria.jose.nunez.luczak");
        assertThat(usernames.propose("李小龙")).contains("李小龙");
        assertThat(usernames.propose("Al")).contains("al-2");
        assertThat(usernames.propose("Todos")).contains("todos-2");
        assertThat(usernames.propose("  \u200B!?")).isEmpty();
        register("petra", null);
        assertThat(usernames.propose("Petra")).contains("petra-2");
    }

    @Test
    void rejectsWrongNamesAndWrongPasswordsAlike() {
        register("tomas", null);
        assertThatThrownBy(() -> passwords.signIn("tomas", "wrong", "a")).isInstanceOf(SignInFailedException.class);
        assertThatThrownBy(() -> passwords.signIn("nobody", "wrong", "a")).isInstanceOf(SignInFailedException.class);
        assertThatThrownBy(() -> passwords.signIn("no@body.org", "wrong", "a"))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void rejectsUsernamesThatLookLikeATakenOne() {
        register("marta10", null);
        for (String lookAlike : List.of("Marta10", "marta1O", "mаrta10", "martal0", "MARTA10", "ｍarta10")) {
            assertThatThrownBy(() -> register(lookAlike, null)).as(lookAlike).isInstanceOf(ConflictException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "a b c",
                "-abc",
                "abc.",
                "a@b.c",
                "\u200Babc",
                "\u3164\u3164\u3164",
                "ab\u034Fcd",
                "abcdefghijklmnopqrstuvwxyz1234567"
            })
    void rejectsInvalidUsernames(String name) {
        assertThatThrownBy(() -> register(name, null)).isInstanceOf(InvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "Todos", "EVERYONE", "channel", "here", "aquí", "аll", "a11"})
    void rejectsReservedUsernames(String name) {
        assertThatThrownBy(() -> register(name, null))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        refused -> assertThat(refused.code()).isEqualTo("username.reserved"));
    }

    @Test
    void acceptsAnEmailThatAnotherAccountHas() {
        Account first = register("pepa", "pepa@example.org");
        Account second =
                accounts.register(new Registration("pepita", "PEPA@example.org", "violet-canyon-77", Language.ES), "a");
        assertThat(second.email()).isEqualTo("pepa@example.org");
        assertThat(passwords.signIn("pepa@example.org", PASSWORD, "a")).isEqualTo(first);
        assertThat(passwords.signIn("pepa@example.org", "violet-canyon-77", "a"))
                .isEqualTo(second);
    }

    @Test
    void givesAdviceOnWeakPasswordsInThePersonsLanguage() {
        assertThat(advice(Language.ES)).isNotEqualTo(advice(Language.EN)).isNotBlank();
    }

    private String advice(Language language) {
        try {
            accounts.register(new Registration("alguien", null, "password1", language), "a");
        } catch (InvalidException weak) {
            assertThat(weak.code()).isEqualTo("password.weak");
            return weak.arguments()[0].toString();
        }
        throw new AssertionError("a weak password was accepted");
    }

    @Test
    void registersAUsernameOnceUnderContention() {
        List<Thread> threads = new ArrayList<>();
        var created = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    register("carrera", null);
                    created.incrementAndGet();
                } catch (ConflictException expected) {
                    assertThat(expected.code()).isEqualTo("username.taken");
                }
            }));
        }
        threads.forEach(AccountServiceTest::join);
        assertThat(created).hasValue(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void savesPreferencesAndDisplayName() {
        Account ana = register("gustos", null);
        var wanted = new Preferences(
                Language.EN,
                "Europe/Madrid",
                false,
                new AppearanceSettings(Theme.DARK, "#AA3355", TextSize.LARGE, Density.COMPACT, false));
        accounts.updatePreferences(ana.id(), wanted);
        accounts.rename(ana.id(), "  Ana Torres ");
        assertThat(accounts.account(ana.id()).preferences()).isEqualTo(wanted);
        assertThat(profiles.getById(ana.id()).name()).isEqualTo("Ana Torres");
        assertThatThrownBy(() -> accounts.rename(ana.id(), " ")).isInstanceOf(InvalidException.class);
    }

    @Test
    void seesUsernamesThatDifferInCaseAsOneInEveryLanguage() {
        register("ismail", null);
        assertThatThrownBy(() -> register("İsmail", null)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> register("ISMAIL", null)).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3164\u3164", "a\u202Eb", "a\nb", "\u2800"})
    void rejectsDisplayNamesThatNobodyCanRead(String name) {
        Account account = register("nombre-" + Integer.toHexString(name.hashCode()), null);
        assertThatThrownBy(() -> accounts.rename(account.id(), name)).isInstanceOf(InvalidException.class);
    }

    private Account register(String username, @Nullable String email) {
        return accounts.register(new Registration(username, email, PASSWORD, Language.ES), "a");
    }
}
