package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.account.Session.Kind;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServiceTest
@RecordApplicationEvents
class SessionServiceTest {

    @Autowired
    private SessionService sessions;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ApplicationEvents events;

    @Test
    void authenticatesUntilTheSessionEnds() {
        Account ana = register("sesiones");
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
    void writesAddressesInCanonicalForm() {
        AccountId ana = register("ana-v6").id();
        sessions.open(ana, Kind.BROWSER, "", "2001:db8:0:0:0:0:0:1");
        sessions.open(ana, Kind.BROWSER, "", "192.0.2.7");
        assertThat(sessions.sessions(ana)).extracting(Session::address).containsOnly("2001:db8::1", "192.0.2.7");
    }

    @Test
    void rejectsEndingSessionsOfOthers() {
        Account ana = register("duena");
        Account eva = register("intrusa");
        UUID session = sessions.open(ana.id(), Kind.TOKEN, "", "").session().id();
        assertThatThrownBy(() -> sessions.end(eva.id(), session)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void rejectsUnknownTokens() {
        assertThat(sessions.authenticate("", "")).isEmpty();
        assertThat(sessions.authenticate("x".repeat(43), "")).isEmpty();
    }

    private Account register(String username) {
        return accounts.register(new Registration(username, null, "mimosa-trombone-41", Language.ES), "a");
    }
}
