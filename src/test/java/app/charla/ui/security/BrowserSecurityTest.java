package app.charla.ui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.BusyHashing;
import app.charla.account.ProfileDirectory;
import app.charla.account.SessionService;
import app.charla.core.Actor;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServiceTest
@Tag("once")
@AutoConfigureMockMvc
@Import(BusyHashing.class)
@TestPropertySource(properties = "charla.account.hash-wait=50ms")
@SuppressWarnings("NullAway.Init")
class BrowserSecurityTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private People people;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private SessionService sessions;

    @Autowired
    private SessionCookie cookies;

    @Autowired
    private BusyHashing hashing;

    @Test
    void sendsStrangersToTheSignInPageAndRemembersWhereTheyWereGoing() throws Exception {
        web.perform(get("/s/home/c/42?from=link"))
                .andExpect(redirectedUrl("/login?to=%2Fs%2Fhome%2Fc%2F42%3Ffrom%3Dlink"));
    }

    @Test
    void admitsWithACookieThatScriptsCannotRead() throws Exception {
        Actor ana = people.person("ana");
        String cookie =
                cookieOf(signIn(ana, People.PASSWORD).param("stay", "on").param("to", "/settings"), "/settings");

        assertThat(cookie)
                .startsWith("charla_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=")
                .doesNotContain("Secure");
    }

    @Test
    void forgetsWhoDoesNotWantToStay() throws Exception {
        Actor ana = people.person("ana");

        assertThat(cookieOf(signIn(ana, People.PASSWORD), "/")).doesNotContain("Max-Age");
    }

    @Test
    void keepsTheCookieToTlsWhereThereIsTls() throws Exception {
        Actor ana = people.person("ana");

        assertThat(cookieOf(signIn(ana, People.PASSWORD).secure(true), "/")).contains("Secure");
    }

    @Test
    void tellsNeitherNameNorPasswordApart() throws Exception {
        Actor ana = people.person("ana");

        web.perform(signIn(ana, "another password")).andExpect(redirectedUrl("/login?failed"));
        web.perform(post("/login")
                        .param("username", "nobody-at-all")
                        .param("password", "x")
                        .with(csrf()))
                .andExpect(redirectedUrl("/login?failed"));
    }

    @Test
    void saysThatTheServerIsOverloaded() throws Exception {
        Actor ana = people.person("ana");

        hashing.during(() -> {
            try {
                web.perform(signIn(ana, People.PASSWORD)).andExpect(redirectedUrl("/login?busy=1"));
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
    }

    @Test
    void knowsTheBrowserAfterTheFirstSignIn() throws Exception {
        Actor ana = people.person("ana");
        String first = deviceCookieOf(signIn(ana, People.PASSWORD).param("stay", "on"));
        assertThat(first).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=");
        var device = new Cookie("charla_device", first.substring(first.indexOf('=') + 1, first.indexOf(';')));

        assertThat(deviceCookieOf(
                        signIn(ana, People.PASSWORD).param("stay", "on").cookie(device)))
                .as("keeps its token")
                .startsWith("charla_device=" + device.getValue() + ";");
        assertThat(web.perform(signIn(ana, People.PASSWORD).cookie(device))
                        .andReturn()
                        .getResponse()
                        .getHeaders(HttpHeaders.SET_COOKIE))
                .as("is not shortened by who does not stay")
                .noneMatch(cookie -> cookie.startsWith("charla_device="));
        assertThat(deviceCookieOf(signIn(ana, People.PASSWORD)))
                .as("ends with the browser of who does not stay")
                .doesNotContain("Max-Age");
    }

    @Test
    void refusesASignInThatSomebodyElseSent() throws Exception {
        web.perform(post("/login").param("username", "ana").param("password", "x"))
                .andExpect(redirectedUrl("/login?again"));
    }

    @Test
    void refusesAnEndedSessionAtOnce() throws Exception {
        Actor ana = people.person("ana");
        String cookie = cookieOf(signIn(ana, People.PASSWORD), "/");
        var session = new Cookie("charla_session", cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
        var request = new MockHttpServletRequest();
        request.setCookies(session);
        assertThat(cookies.read(request)).isPresent();

        sessions.end(ana.account(), sessions.sessions(ana.account()).getFirst().id());

        web.perform(get("/nowhere/at-all").cookie(session)).andExpect(redirectedUrl("/login?to=%2Fnowhere%2Fat-all"));
    }

    @Test
    void sendsTheHeadersOfACarefulSite() throws Exception {
        web.perform(get("/s/home").secure(true))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Strict-Transport-Security"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().string("Content-Security-Policy", ContentPolicy.OF_FILES));
    }

    private MockHttpServletRequestBuilder signIn(Actor person, String password) {
        return post("/login")
                .param("username", profiles.getById(person.account()).username())
                .param("password", password)
                .with(csrf());
    }

    private String cookieOf(MockHttpServletRequestBuilder signIn, String destination) throws Exception {
        return cookieOf(signIn, destination, "charla_session=");
    }

    private String deviceCookieOf(MockHttpServletRequestBuilder signIn) throws Exception {
        return cookieOf(signIn, "/", "charla_device=");
    }

    private String cookieOf(MockHttpServletRequestBuilder signIn, String destination, String beginning)
            throws Exception {
        var response = web.perform(signIn)
                .andExpect(redirectedUrl(destination))
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(response.getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith(beginning))
                .findFirst()
                .orElse(null));
    }
}
