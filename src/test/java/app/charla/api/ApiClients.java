package app.charla.api;

import app.charla.People;
import app.charla.account.SetupCode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Creates accounts for a test, each with a client of its own. The first one is an administrator. */
@TestComponent
@Lazy
class ApiClients {

    static final String PASSWORD = "mimosa-trombone-41";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Environment environment;

    private final SetupCode setup;

    ApiClients(Environment environment, SetupCode setup) {
        this.environment = environment;
        this.setup = setup;
    }

    /** Returns an anonymous client. */
    ApiClient stranger() {
        return new ApiClient("http://localhost:" + environment.getProperty("local.server.port"), "", "", "");
    }

    /** Registers an account whose username begins with the given name. */
    ApiClient person(String name) {
        String username = name + "-" + COUNT.incrementAndGet();
        return setup.isCurrent(People.SETUP_CODE) ? firstPerson(username) : register(stranger(), username);
    }

    /** Registers with the setup code, unless another thread has used it meanwhile. */
    private synchronized ApiClient firstPerson(String username) {
        return setup.isCurrent(People.SETUP_CODE)
                ? register(
                        stranger(), Map.of("username", username, "password", PASSWORD, "setupCode", People.SETUP_CODE))
                : register(stranger(), username);
    }

    static ApiClient register(ApiClient stranger, String username) {
        return register(stranger, Map.of("username", username, "password", PASSWORD));
    }

    private static ApiClient register(ApiClient stranger, Map<String, String> account) {
        Response response = stranger.post("/auth/register", account);
        if (response.status() != 201) {
            throw new AssertionError(response.toString());
        }
        return new ApiClient(
                stranger.server(),
                String.valueOf(account.get("username")),
                response.json().at("/account/id").asString(),
                response.json().at("/token").asString());
    }
}
