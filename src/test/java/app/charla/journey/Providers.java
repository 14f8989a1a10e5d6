package app.charla.journey;

import app.charla.FreePort;
import app.charla.libsql.Npm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Providers to sign in with: a real one, two that say what a test wants, and one that is always down. They have another
 * host than Charla, as in life. See {@code src/test/node/providers.mjs}.
 */
final class Providers implements AutoCloseable {

    private static final String HOST = "http://127.0.0.1:";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Integer> ports =
            IntStream.range(0, 5).mapToObj(i -> FreePort.next()).toList();
    private @Nullable Process node;

    /** Settings of the providers for Charla. */
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("OIDC_REAL_ISSUER", HOST + ports.get(0)),
                Map.entry("OIDC_REAL_CLIENT_ID", "charla"),
                Map.entry("OIDC_REAL_CLIENT_SECRET", "the-secret-of-charla"),
                Map.entry("OIDC_AUTH0_ISSUER", HOST + ports.get(1) + "/"),
                Map.entry("OIDC_AUTH0_CLIENT_ID", "charla"),
                Map.entry("OIDC_AUTH0_CLIENT_SECRET", "the-secret-of-charla"),
                Map.entry("GITHUB_URL", HOST + ports.get(2)),
                Map.entry("GITHUB_CLIENT_ID", "charla"),
                Map.entry("GITHUB_CLIENT_SECRET", "the-secret-of-charla"),
                Map.entry("OIDC_DOWN_ISSUER", HOST + ports.get(4)),
                Map.entry("OIDC_DOWN_CLIENT_ID", "charla"));
    }

    /** Starts them, which is not needed before somebody wants to sign in. */
    void start(String charla) throws Exception {
        Path home = Npm.install("providers", "oidc-provider@9.13.3", "oauth2-mock-server@9.3.0");
        Path script = Files.copy(
                Path.of("src", "test", "node", "providers.mjs"),
                home.resolve("providers-" + ports.getFirst() + ".mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        node = new ProcessBuilder("node", script.toString(), charla, port(0), port(1), port(2), port(3))
                .redirectErrorStream(true)
                .redirectOutput(
                        home.resolve("providers-" + ports.getFirst() + ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
        Awaitility.await().ignoreExceptions().until(() -> {
            say("auth0", Map.of());
            return true;
        });
    }

    /** Sets the answers of {@code auth0} or {@code github} from now on. */
    void say(String provider, Map<String, ?> words) {
        var request = HttpRequest.newBuilder(URI.create(HOST + ports.get(3) + "/" + provider))
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(words)))
                .build();
        try {
            HTTP.send(request, BodyHandlers.discarding());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The person whom Auth0 vouches for from now on. */
    void auth0Knows(String subject, String email, boolean verified) {
        say("auth0", Map.of("claims", claims(subject, email, verified)));
    }

    /** Auth0 lets nobody through from now on. */
    void auth0SaysNo() {
        Map<String, @Nullable String> answer = new HashMap<>();
        answer.put("code", null);
        answer.put("error", "access_denied");
        say("auth0", Map.of("redirect", answer));
    }

    static Map<String, Object> claims(String subject, String email, boolean verified) {
        return Map.of("sub", "auth0|" + subject, "email", email, "email_verified", verified, "nickname", subject);
    }

    /** The person whom GitHub vouches for from now on. */
    void githubKnows(int id, String login, String email, boolean verified) {
        say(
                "github",
                Map.of(
                        "user",
                        Map.of("id", id, "login", login, "name", "The " + login, "email", "public@example.org"),
                        "emails",
                        List.of(Map.of("email", email, "primary", true, "verified", verified))));
    }

    String issuer(int index) {
        return HOST + ports.get(index);
    }

    private String port(int index) {
        return Integer.toString(ports.get(index));
    }

    @Override
    public void close() {
        Objects.requireNonNull(node).destroyForcibly();
    }
}
