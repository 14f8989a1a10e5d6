package app.charla.storage.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.crypto.CryptoProperties;
import app.charla.crypto.Encryptor;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.ProvisioningException;
import app.charla.storage.SpaceProvisioner;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against answers of the shapes that Turso's documentation gives. */
class TursoProvisionerTest {

    private static final String DATABASE =
            "{\"database\":{\"DbId\":\"0eb771dd\",\"Hostname\":\"space-org.turso.io\",\"Name\":\"space\"}}";

    private record Answer(int status, String body) {}

    private final List<String> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final SpaceId space = new SpaceId(UUID.randomUUID());

    @TempDir
    private Path folder;

    private HttpServer server;
    private Encryptor encryptor;
    private SpaceProvisioner turso;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        encryptor = new Encryptor(new CryptoProperties("", folder));
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        turso = new TursoProvisioner(new ProvisioningApi(address, "Bearer platform"), "org", "group", encryptor);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("authorization")).isEqualTo("Bearer platform");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            Answer answer = answers.remove();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void makesADatabaseWithATokenForItAlone() {
        answers.add(new Answer(200, DATABASE));
        answers.add(new Answer(200, "{\"jwt\":\"secret\"}"));
        DatabaseAddress address = turso.create(space);
        assertThat(address.url()).isEqualTo("libsql://space-org.turso.io");
        assertThat(encryptor.decrypt(String.valueOf(address.token()))).isEqualTo("secret");
        assertThat(requests.getFirst())
                .startsWith("POST /v1/organizations/org/databases ")
                .contains("\"name\":\"space-" + space + "\"", "\"group\":\"group\"");
        assertThat(requests.getLast())
                .startsWith("POST /v1/organizations/org/databases/space-" + space
                        + "/auth/tokens?expiration=never&authorization=full-access");
    }

    @Test
    void findsTheDatabaseOfAnInterruptedCall() {
        answers.add(new Answer(409, "{\"error\":\"database already exists\"}"));
        answers.add(new Answer(200, DATABASE));
        answers.add(new Answer(200, "{\"jwt\":\"secret\"}"));
        assertThat(turso.create(space).url()).isEqualTo("libsql://space-org.turso.io");
        assertThat(requests.get(1)).startsWith("GET /v1/organizations/org/databases/space-" + space);
    }

    @Test
    void distinguishesRefusedFromMissing() {
        answers.add(new Answer(400, "{\"error\":\"group not found\"}"));
        assertThatThrownBy(() -> turso.create(space))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("group not found");
        answers.add(new Answer(401, "{\"error\":\"unauthorized\"}"));
        assertThatThrownBy(() -> turso.create(space)).isInstanceOf(ProvisioningException.class);
        for (int status : List.of(429, 502)) {
            answers.add(new Answer(status, "<html>"));
            assertThatThrownBy(() -> turso.create(space)).isInstanceOf(UnavailableException.class);
        }
        answers.add(new Answer(200, "{\"surprise\":1}"));
        assertThatThrownBy(() -> turso.create(space)).isInstanceOf(ProvisioningException.class);
        server.stop(0);
        assertThatThrownBy(() -> turso.create(space)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void deletesADatabaseThatMayBeGoneAlready() {
        answers.add(new Answer(200, "{\"database\":\"space\"}"));
        turso.delete(space, DatabaseAddress.DEFAULT);
        answers.add(new Answer(404, "{\"error\":\"database not found\"}"));
        turso.delete(space, DatabaseAddress.DEFAULT);
        assertThat(requests)
                .allMatch(request -> request.startsWith("DELETE /v1/organizations/org/databases/space-" + space));
    }
}
