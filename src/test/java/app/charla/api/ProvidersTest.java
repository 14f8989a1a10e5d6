package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.AppAuthorization;
import app.charla.core.AccountId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Sign-in of an app with an identity provider, up to the redirect and from the code on. */
@ApiTest
@TestPropertySource(
        properties = {
            "OIDC_CLUB_ISSUER=https://club.example.org",
            "OIDC_CLUB_CLIENT_ID=charla",
            "OIDC_CLUB_LABEL=The club"
        })
@SuppressWarnings("NullAway.Init")
class ProvidersTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String START = "/auth/providers/club/start?code_challenge=" + CHALLENGE + "&redirect_uri=";

    @Autowired
    private ApiClients apiClients;

    @Autowired
    private AppAuthorization appAuthorization;

    @Test
    void listsTheProviders() {
        Response response = apiClients.stranger().get("/auth/providers");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().at("/providers")).hasSize(1);
        assertThat(response.text("/providers/0/name")).isEqualTo("club");
        assertThat(response.text("/providers/0/label")).isEqualTo("The club");
        assertThat(response.text("/providers/0/start")).isEqualTo("/v1/api/auth/providers/club/start");
        assertThat(response.json().at("/only").asBoolean()).isFalse();
        assertThat(response.body()).doesNotContain("charla");
    }

    @Test
    void redirectsToTheProvider() {
        Response response = apiClients.stranger().get(START + "http://127.0.0.1:7000/cb&state=s");
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).startsWith("/login/oauth2/start/club?program=");
    }

    @Test
    void rejectsInvalidStarts() {
        ApiClient stranger = apiClients.stranger();
        assertThat(stranger.get(START.replace("club", "none") + "http://127.0.0.1/")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(START + "https://evil.example.org/").text("/errors/0/field"))
                .isEqualTo("redirect_uri");
        assertThat(stranger.get("/auth/providers/club/start").status()).isEqualTo(422);
    }

    @Test
    void exchangesACodeOnce() {
        ApiClient ana = apiClients.person("ana");
        String started = appAuthorization.begin(CHALLENGE, "http://127.0.0.1:7000/cb", null);
        String code = appAuthorization
                .succeed(started, new AccountId(UUID.fromString(ana.id())))
                .orElseThrow()
                .replaceFirst(".*code=", "");
        var body = Map.of("code", code, "code_verifier", VERIFIER);

        Response first = apiClients.stranger().post("/auth/exchange", body);
        Response second = apiClients.stranger().post("/auth/exchange", body);

        assertThat(first.status()).isEqualTo(200);
        var program = new ApiClient(ana.server(), ana.username(), ana.id(), first.text("/token"));
        assertThat(program.get("/me").text("/username")).isEqualTo(ana.username());
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text("/errors/0/field")).isEqualTo("code");
    }
}
