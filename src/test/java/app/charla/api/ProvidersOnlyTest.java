package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** With {@code PROVIDERS_ONLY}, password sign-in and registration are refused. */
@ApiTest
@TestPropertySource(
        properties = {"PROVIDERS_ONLY=on", "OIDC_CLUB_ISSUER=https://club.example.org", "OIDC_CLUB_CLIENT_ID=charla"})
@SuppressWarnings("NullAway.Init")
class ProvidersOnlyTest {

    @Autowired
    private ApiClients apiClients;

    @ParameterizedTest
    @ValueSource(strings = {"/auth/register", "/auth/login", "/resets", "/resets/some-token"})
    void refusesPasswords(String path) {
        Map<String, Object> body = path.startsWith("/auth")
                ? Map.of("username", "ana", "password", ApiClients.PASSWORD)
                : path.equals("/resets") ? Map.of("username", "ana") : Map.of("password", ApiClients.PASSWORD);
        Response refused = apiClients.stranger().post(path, body);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/code")).isEqualTo("oauth.only");
        assertThat(refused.text("/detail")).contains("proveedor");
    }
}
