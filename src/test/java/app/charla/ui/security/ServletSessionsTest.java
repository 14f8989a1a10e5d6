package app.charla.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;

/** The bounds of anonymous sessions. */
class ServletSessionsTest {

    private static final int MAX = 6;
    private static final int MAX_PER_NETWORK = 4;

    private final ServletSessions sessions = new ServletSessions(true, MAX, MAX_PER_NETWORK);

    private List<MockHttpSession> open(ServletSessions registry, String... addresses) {
        var opened = new ArrayList<MockHttpSession>();
        for (String address : addresses) {
            var session = new MockHttpSession(new MockServletContext());
            registry.admitAnonymous(session, address);
            opened.add(session);
        }
        return opened;
    }

    private static List<Boolean> ended(List<MockHttpSession> opened) {
        return opened.stream().map(MockHttpSession::isInvalid).toList();
    }

    @Test
    void endsTheOldestSessionOfAnAddressThatHasTooMany() {
        var stranger = open(sessions, "192.0.2.1");
        var many = open(sessions, "192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7");

        assertThat(ended(stranger)).containsExactly(false);
        assertThat(ended(many)).containsExactly(true, false, false, false, false);
    }

    @Test
    void countsTheAddressesOfAnIpv6NetworkTogether() {
        var many = open(sessions, "2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:1:ffff::3", "2001:db8:0:1::4");
        var next = open(sessions, "2001:db8:0:2::1", "2001:db8:0:1::5");

        assertThat(ended(many)).containsExactly(true, false, false, false);
        assertThat(ended(next)).containsExactly(false, false);
    }

    @Test
    void endsTheOldestOfTheLargestNetworkWhereThereAreTooManyInAll() {
        var early = open(sessions, "192.0.2.1", "192.0.2.2");
        var many = open(sessions, "192.0.2.7", "192.0.2.7", "192.0.2.7");
        var late = open(sessions, "192.0.2.3", "192.0.2.4");

        assertThat(ended(early)).containsExactly(false, false);
        assertThat(ended(many)).containsExactly(true, false, false);
        assertThat(ended(late)).containsExactly(false, false);
    }

    @Test
    void countsNeitherEndedSessionsNorThoseOfPeople() {
        open(sessions, "192.0.2.7").getFirst().invalidate();
        var signedIn = open(sessions, "192.0.2.7").getFirst();
        sessions.bind(signedIn, UUID.randomUUID());
        var many = open(sessions, "192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7");

        assertThat(ended(many)).containsExactly(false, false, false, false);
        assertThat(signedIn.isInvalid()).isFalse();
    }

    @Test
    void givesPeopleTheUsualTimeAndStrangersTwoMinutes() {
        var context = new MockServletContext();
        context.setSessionTimeout(30);
        var session = new MockHttpSession(context);
        sessions.admitAnonymous(session, "192.0.2.7");
        assertThat(session.getMaxInactiveInterval()).isEqualTo(120);

        sessions.bind(session, UUID.randomUUID());

        assertThat(session.getMaxInactiveInterval()).isEqualTo(30 * 60);
    }

    @Test
    void endsNoneWithoutRateLimits() {
        var unlimited = new ServletSessions(false, MAX, MAX_PER_NETWORK);
        var many = open(unlimited, "192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7");

        assertThat(ended(many)).doesNotContain(true);
    }
}
