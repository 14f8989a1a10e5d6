package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.ServiceTest;
import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.account.Preferences.Language;
import app.charla.account.Session.Kind;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServiceTest
@RecordApplicationEvents
class AccountServiceTest {

    private static final String PASSWORD = "mimosa-trombone-41";

    @Autowired
    private AccountService accounts;

    @Autowired
    private SessionService sessions;

    @Autowired
    private ApplicationEvents events;

    @Test
    void registersAndSignsIn() {
        Account made = register("Lucía.Méndez", "Lucia@Example.org");
        assertThat(made.username()).isEqualTo("Lucía.Méndez");
        assertThat(accounts.signIn("lucía.méndez", PASSWORD, "a")).isEqualTo(made);
        assertThat(accounts.signIn("LUCIA@example.ORG", PASSWORD, "a")).isEqualTo(made);
    }

    @Test
    void tellsAWrongNameFromAWrongPasswordInNoWay() {
        register("tomas", null);
        assertThatThrownBy(() -> accounts.signIn("tomas", "wrong", "a")).isInstanceOf(SignInFailedException.class);
        assertThatThrownBy(() -> accounts.signIn("nobody", "wrong", "a")).isInstanceOf(SignInFailedException.class);
        assertThatThrownBy(() -> accounts.signIn("no@body.org", "wrong", "a"))
                .isInstanceOf(SignInFailedException.class);
    }

    @Test
    void refusesNamesThatLookLikeATakenOne() {
        register("marta10", null);
        for (String lookAlike : List.of("Marta10", "marta1O", "mаrta10", "martal0", "MARTA10", "ｍarta10")) {
            assertThatThrownBy(() -> register(lookAlike, null)).as(lookAlike).isInstanceOf(ConflictException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a b c", "-abc", "abc.", "a@b.c", "\u200Babc", "abcdefghijklmnopqrstuvwxyz1234567"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> register(name, null)).isInstanceOf(InvalidException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "Todos", "EVERYONE", "channel", "here", "aquí", "аll", "a11"})
    void callsNobodyWhatMeansEverybody(String name) {
        assertThatThrownBy(() -> register(name, null))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        refused -> assertThat(refused.code()).isEqualTo("username.reserved"));
    }

    @Test
    void answersATakenEmailLikeAFreeOne() {
        Account first = register("pepa", "pepa@example.org");
        Account second =
                accounts.register(new Registration("pepita", "PEPA@example.org", "violet-canyon-77", Language.ES), "a");
        assertThat(second.email()).isEqualTo("pepa@example.org");
        assertThat(accounts.signIn("pepa@example.org", PASSWORD, "a")).isEqualTo(first);
        assertThat(accounts.signIn("pepa@example.org", "violet-canyon-77", "a")).isEqualTo(second);
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
        throw new AssertionError("a weak password was taken");
    }

    @Test
    void makesOneAccountOfARaceForAName() {
        List<Thread> threads = new ArrayList<>();
        var made = new java.util.concurrent.atomic.AtomicInteger();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    register("carrera", null);
                    made.incrementAndGet();
                } catch (ConflictException expected) {
                    assertThat(expected.code()).isEqualTo("username.taken");
                }
            }));
        }
        threads.forEach(AccountServiceTest::join);
        assertThat(made).hasValue(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void opensSessionsThatCanBeEnded() {
        Account ana = register("sesiones", null);
        IssuedToken phone = sessions.open(ana.id(), Kind.TOKEN, "phone", "10.0.0.7");
        IssuedToken desk = sessions.open(ana.id(), Kind.BROWSER, "x".repeat(500), "");
        assertThat(sessions.authenticate(phone.token(), "").map(Session::id))
                .contains(phone.session().id());
        assertThat(desk.session().label()).hasSize(200);
        sessions.end(ana.id(), phone.session().id());
        assertThat(sessions.authenticate(phone.token(), "")).isEmpty();
        assertThat(sessions.authenticate(desk.token(), "")).isPresent();
        sessions.endAll(ana.id(), desk.session().id());
        assertThat(sessions.authenticate(desk.token(), "")).isEmpty();
        assertThat(sessions.sessions(ana.id())).isEmpty();
        assertThat(events.stream(SessionsEnded.class)).hasSize(2);
    }

    @Test
    void writesAddressesAsPeopleDo() {
        AccountId ana = register("ana-v6", null).id();
        sessions.open(ana, Kind.BROWSER, "", "2001:db8:0:0:0:0:0:1");
        sessions.open(ana, Kind.BROWSER, "", "192.0.2.7");
        assertThat(sessions.sessions(ana)).extracting(Session::address).containsOnly("2001:db8::1", "192.0.2.7");
    }

    @Test
    void letsNobodyEndTheSessionsOfOthers() {
        Account ana = register("duena", null);
        Account eva = register("intrusa", null);
        UUID session = sessions.open(ana.id(), Kind.TOKEN, "", "").session().id();
        assertThatThrownBy(() -> sessions.end(eva.id(), session)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void knowsNoTokenButItsOwn() {
        assertThat(sessions.authenticate("", "")).isEmpty();
        assertThat(sessions.authenticate("x".repeat(43), "")).isEmpty();
    }

    @Test
    void remembersWhatAPersonChose() {
        Account ana = register("gustos", null);
        var wanted = new Preferences(
                Language.EN,
                "Europe/Madrid",
                false,
                new AppearanceSettings(Theme.DARK, "#AA3355", TextSize.LARGE, Density.COMPACT, false));
        accounts.updatePreferences(ana.id(), wanted);
        accounts.rename(ana.id(), "  Ana Torres ");
        assertThat(accounts.account(ana.id()).preferences()).isEqualTo(wanted);
        assertThat(accounts.getById(ana.id()).name()).isEqualTo("Ana Torres");
        assertThatThrownBy(() -> accounts.rename(ana.id(), " ")).isInstanceOf(InvalidException.class);
    }

    @Test
    void findsPeopleByTheBeginningOfTheirNames() {
        Account ana = register("buscada_1", null);
        accounts.rename(ana.id(), "Ximena Ruiz");
        assertThat(accounts.search(ana.id(), "BUSC", 10)).contains(accounts.getById(ana.id()));
        assertThat(accounts.search(ana.id(), "ximena", 10)).hasSize(1);
        assertThat(accounts.search(ana.id(), "ruiz", 10)).hasSize(1);
        assertThat(accounts.search(ana.id(), "%", 10)).isEmpty();
    }

    private Account register(String username, @org.jspecify.annotations.Nullable String email) {
        return accounts.register(new Registration(username, email, PASSWORD, Language.ES), "a");
    }
}
