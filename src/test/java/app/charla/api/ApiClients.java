package app.charla.api;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Creates accounts for a test, each with a client of its own. */
@TestComponent
@Lazy
class ApiClients {

    static final String PASSWORD = "mimosa-trombone-41";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Environment environment;

    ApiClients(Environment environment) {
        this.environment = environment;
    }

    /** Returns an anonymous client. */
    ApiClient stranger() {
        return new ApiClient("http://localhost:" + environment.getProperty("local.server.port"), "", "", "");
    }

    /** Registers an account whose username begins with the given name. */
    ApiClient person(String name) {
        return register(stranger(), name + "-" + COUNT.incrementAndGet());
    }

    static ApiClient register(ApiClient stranger, String username) {
        Response response = stranger.post("/auth/register", Map.of("username", username, "password", PASSWORD));
        if (response.status() != 201) {
            throw new AssertionError(response.toString());
        }
        return new ApiClient(
                stranger.server(),
                username,
                response.json().at("/account/id").asString(),
                response.json().at("/token").asString());
    }
}
