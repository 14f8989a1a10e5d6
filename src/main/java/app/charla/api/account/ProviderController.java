package app.charla.api.account;

import app.charla.account.AppAuthorization;
import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import app.charla.api.json.ApiPaths;
import app.charla.core.NotFoundException;
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

/** Coming in with an account from elsewhere. A program opens {@code start} in a browser; nobody is signed in yet. */
@RestController
@RequestMapping(ApiPaths.PROVIDERS)
class ProviderController {

    private final IdentityProviders providers;
    private final AppAuthorization programs;

    ProviderController(IdentityProviders providers, AppAuthorization programs) {
        this.providers = providers;
        this.programs = programs;
    }

    /**
     * A provider.
     *
     * @param start where a sign-in begins, for a browser
     */
    record ProviderJson(String name, String label, String start) {

        static ProviderJson of(IdentityProvider provider) {
            return new ProviderJson(provider.name(), provider.label(), ApiPaths.PROVIDERS + "/" + provider.name() + "/start");
        }
    }

    /**
     * The providers of this server.
     *
     * @param only whether there is no signing in with a password
     */
    record ProvidersJson(List<ProviderJson> providers, boolean only) {}

    @GetMapping
    ProvidersJson list() {
        return new ProvidersJson(providers.all().stream().map(ProviderJson::of).toList(), providers.isExclusive());
    }

    /** Sends a browser on its way; it ends at {@code redirect_uri} with a {@code code} for {@code /auth/exchange}. */
    @GetMapping("/{provider}/start")
    @ApiResponse(responseCode = "302")
    @ApiResponse(responseCode = "404")
    ResponseEntity<Void> start(
            @PathVariable String provider,
            @RequestParam(name = "code_challenge", defaultValue = "") String challenge,
            @RequestParam(name = "redirect_uri", defaultValue = "") String redirect,
            @RequestParam(required = false) @Nullable String state) {
        String name = providers
                .findByName(provider)
                .orElseThrow(NotFoundException::new)
                .name();
        String begun = URLEncoder.encode(programs.begin(challenge, redirect, state), StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/login/oauth2/start/" + name + "?program=" + begun)
                .build();
    }
}
