package app.charla.api;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** New people for a test, each a program with a token. */
@TestComponent
@Lazy
class Callers {

    static final String PASSWORD = "mimosa-trombone-41";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Environment environment;

    Callers(Environment environment) {
        this.environment = environment;
    }

    /** Somebody without an account. */
    Caller stranger() {
        return new Caller("http://localhost:" + environment.getProperty("local.server.port"), "", "", "");
    }

    /** Somebody whose username begins with the given name. */
    Caller person(String name) {
        return register(stranger(), name + "-" + COUNT.incrementAndGet());
    }

    static Caller register(Caller stranger, String username) {
        Answer answer = stranger.post("/auth/register", Map.of("username", username, "password", PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return new Caller(
                stranger.server(),
                username,
                answer.json().at("/account/id").asString(),
                answer.json().at("/token").asString());
    }
}
