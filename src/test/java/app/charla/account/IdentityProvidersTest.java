package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.account.IdentityProvider.Protocol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class IdentityProvidersTest {

    @Test
    void areEmptyWithoutSettings() {
        assertThat(providers(Map.of("OIDC_GOOGLE_ISSUER", " ")).all()).isEmpty();
    }

    @Test
    void areReadFromTheSettingsAndSortedByLabel() {
        IdentityProviders providers = providers(Map.of(
                "OIDC_MY_CLUB_ISSUER", "https://club.example.org/",
                "OIDC_MY_CLUB_CLIENT_ID", "chat",
                "OIDC_MY_CLUB_CLIENT_SECRET", "s3cret",
                "OIDC_MY_CLUB_LABEL", "Our club",
                "OIDC_AUTH0_ISSUER", "https://club.eu.auth0.com/",
                "OIDC_AUTH0_CLIENT_ID", "charla",
                "GITHUB_CLIENT_ID", "hub",
                "GITHUB_CLIENT_SECRET", "s3cret"));

        assertThat(providers.all()).extracting(IdentityProvider::name).containsExactly("auth0", "github", "my-club");
        assertThat(providers.all()).extracting(IdentityProvider::label).containsExactly("Auth0", "GitHub", "Our club");
        assertThat(providers.findByName("github").orElseThrow().protocol()).isEqualTo(Protocol.GITHUB);
        assertThat(providers
                        .findByIssuer("https://club.example.org/")
                        .orElseThrow()
                        .clientSecret())
                .isEqualTo("s3cret");
        assertThat(providers.findByIssuer("https://club.example.org")).isEmpty();
        assertThat(providers.all().toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "OIDC_X_CLIENT_ID=charla, OIDC_X_ISSUER",
        "OIDC_X_ISSUER=https://x.example.org, OIDC_X_CLIENT_ID",
        "OIDC_X_ISSUER=x.example.org OIDC_X_CLIENT_ID=charla, OIDC_X_ISSUER",
        "OIDC_X_ISSUER=https://x.example.org?a=b OIDC_X_CLIENT_ID=charla, OIDC_X_ISSUER",
        "OIDC_GITHUB_ISSUER=https://github.com OIDC_GITHUB_CLIENT_ID=charla, OIDC_GITHUB_ISSUER",
        "GITHUB_CLIENT_ID=hub, GITHUB_CLIENT_SECRET",
        "GITHUB_CLIENT_SECRET=hub, GITHUB_CLIENT_ID",
        "PROVIDERS_ONLY=on, PROVIDERS_ONLY"
    })
    void reportsTheInvalidSetting(String settings, String name) {
        var map = new TreeMap<String, String>();
        List.of(settings.split(" ")).forEach(setting -> map.put(setting.split("=", 2)[0], setting.split("=", 2)[1]));

        assertThatThrownBy(() -> providers(map))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        invalid -> assertThat(invalid.getName()).isEqualTo(name));
    }

    private static IdentityProviders providers(Map<String, String> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(settings)));
        return new IdentityProviders(
                environment,
                new IdentityProperties(
                        settings.containsKey("PROVIDERS_ONLY"),
                        List.of(),
                        List.of(),
                        "https://github.com",
                        settings.getOrDefault("GITHUB_CLIENT_ID", ""),
                        settings.getOrDefault("GITHUB_CLIENT_SECRET", "")));
    }
}
