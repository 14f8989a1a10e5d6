package app.charla.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which requests of strangers make a servlet session: those of the pages that need no sign-in, and no others. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "charla.storage.data-dir=target/test-data/${random.uuid}")
@Tag("application")
@SuppressWarnings("NullAway.Init")
class AnonymousSessionsTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final List<String> PAGES = List.of(
            "/login",
            "/login/code",
            "/login/failed",
            "/register",
            "/welcome",
            "/forgotten",
            "/reset/token",
            "/invite/token");

    private static final List<String> OTHERS = List.of(
            "/",
            "/farewell",
            "/s/home",
            "/settings",
            "/nowhere",
            "/login/x",
            "/error",
            "/error/x",
            "/index.html",
            "/robots.txt",
            "/styles.css",
            "/styles/x",
            "/sw.js",
            "/favicon.ico",
            "/manifest.webmanifest",
            "/offline.html",
            "/icons/icon.png",
            "/icons/icon-32x32.png",
            "/icons/x",
            "/fonts/x",
            "/shared/token",
            "/oauth2/authorization/github",
            "/oauth2/authorization/nobody",
            "/login/oauth2/code/github",
            "/login/oauth2/code/nobody?code=x&state=y",
            "/v1/api",
            "/v1/api/x",
            "/v1/api/media/uploads",
            "/v1/apix",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/x",
            "/VAADIN/x",
            "/VAADIN/push",
            "/VAADIN/build/x.js",
            "/VAADIN/dynamic/resource/1/2/x",
            "/HILLA/push",
            "/connect/x",
            "/themes/x",
            "/web-component/x.js",
            "/vaadinServlet/",
            "/vaadinServlet/x",
            "/?v-r=uidl&v-uiId=0",
            "/?v-r=heartbeat&v-uiId=0",
            "/?v-r=init",
            "/nowhere?v-r=init",
            "/login?v-r=uidl&v-uiId=0",
            "/login?v-r=heartbeat&v-uiId=0",
            "/VAADIN/push?v-r=push&v-uiId=0");

    @Autowired
    private ServletWebServerApplicationContext server;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private TomcatWebServer tomcat() {
        return (TomcatWebServer) Objects.requireNonNull(server.getWebServer());
    }

    private Manager manager() {
        var tomcat = tomcat().getTomcat();
        return ((Context) tomcat.getHost().findChildren()[0]).getManager();
    }

    private HttpResponse<String> send(String method, String address) throws IOException, InterruptedException {
        return send(method, address, "");
    }

    private HttpResponse<String> send(String method, String address, String cookie)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + tomcat().getPort() + address);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    private void assertMakesNoSession(String method, String address) throws IOException, InterruptedException {
        long before = manager().getSessionCounter();
        HttpResponse<String> response = send(method, address);
        assertThat(response.headers().allValues("Set-Cookie"))
                .as("%s %s: %s", method, address, response.statusCode())
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(manager().getSessionCounter())
                .as("%s %s: %s", method, address, response.statusCode())
                .isEqualTo(before);
    }

    @Test
    void noAddressButThoseOfPagesMakesASession() throws Exception {
        var addresses = new TreeSet<>(OTHERS);
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "1"))
                .forEach(addresses::add);
        for (String address : addresses) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
                assertMakesNoSession(method, address);
            }
        }
    }

    @Test
    void pagesMakeASessionOnlyWhenTheyAreLookedAt() throws Exception {
        for (String page : PAGES) {
            for (String method : List.of("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
                assertMakesNoSession(method, page);
            }
            assertThat(send("GET", page).headers().firstValue("Set-Cookie"))
                    .as(page)
                    .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("JSESSIONID="));
        }
    }

    @Test
    void aSessionOfNobodyEndsTwoMinutesAfterTheLastRequestWhichPagesRepeat() throws Exception {
        String cookie = send("GET", "/login")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceAll(";.*", "");
        HttpResponse<String> tab = send("GET", "/?v-r=init&location=login&query=", cookie);

        Session session = manager().findSession(cookie.replace("JSESSIONID=", ""));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(120);
        assertThat(tab.body()).containsPattern("pollInterval.{0,40}40000");
    }
}
