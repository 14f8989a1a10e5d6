package app.charla.api.account;

import app.charla.account.AppAuthorization;
import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import app.charla.api.json.ApiPaths;
import app.charla.core.NotFoundException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in with identity providers. Public: an app opens {@code start} in a browser. */
@RestController
@RequestMapping(ApiPaths.PROVIDERS)
class ProviderController {

    private final IdentityProviders providers;
    private final AppAuthorization appAuthorization;

    ProviderController(IdentityProviders providers, AppAuthorization appAuthorization) {
        this.providers = providers;
        this.appAuthorization = appAuthorization;
    }

    /**
     * An identity provider.
     *
     * @param start the path that starts a sign-in, to open in a browser
     */
    record ProviderJson(String name, String label, String start) {

        static ProviderJson of(IdentityProvider provider) {
            return new ProviderJson(
                    provider.name(), provider.label(), ApiPaths.PROVIDERS + "/" + provider.name() + "/start");
        }
    }

    /**
     * The identity providers of this server.
     *
     * @param only whether password sign-in is off
     */
    record ProvidersJson(List<ProviderJson> providers, boolean only) {}

    @GetMapping
    ProvidersJson list() {
        return new ProvidersJson(providers.all().stream().map(ProviderJson::of).toList(), providers.isExclusive());
    }

    /**
     * Redirects a browser to a provider. It ends at {@code redirect_uri} with a {@code code} for {@code /auth/exchange}.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</a>
     */
    @GetMapping("/{provider}/start")
    @ApiResponse(responseCode = "302")
    @ApiResponse(responseCode = "404")
    ResponseEntity<Void> start(
            @PathVariable String provider,
            @Parameter(schema = @Schema(type = "string", pattern = "^" + AppAuthorization.CHALLENGE_PATTERN + "$"))
                    @RequestParam(name = "code_challenge", defaultValue = "")
                    String challenge,
            @Parameter(schema = @Schema(type = "string", maxLength = AppAuthorization.MAX_REDIRECT_LENGTH))
                    @RequestParam(name = "redirect_uri", defaultValue = "")
                    String redirect,
            @Parameter(schema = @Schema(type = "string", pattern = "^" + AppAuthorization.STATE_PATTERN + "$"))
                    @RequestParam(required = false)
                    @Nullable
                    String state) {
        String name = providers
                .findByName(provider)
                .orElseThrow(NotFoundException::new)
                .name();
        String started = URLEncoder.encode(appAuthorization.begin(challenge, redirect, state), StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/login/oauth2/start/" + name + "?program=" + started)
                .build();
    }
}
