package app.charla.account;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sign-in by identity providers. Those of each OpenID Connect provider carry a name that the operator chooses,
 * so {@link IdentityProviders} reads them.
 *
 * @param only whether people sign in and register by identity providers only
 * @param emailDomains the domains whose verified e-mails may sign in by a provider; empty for all
 * @param redirects the redirect addresses of apps that are allowed besides the loopback address
 * @param githubUrl the address of GitHub, or of a GitHub Enterprise Server
 */
@Validated
@ConfigurationProperties("charla.identity")
record IdentityProperties(
        @DefaultValue("false") boolean only,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
                                message = "must be domains such as example.org")
                        String>
                emailDomains,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "[a-z][a-z0-9+.-]*:[^\\s#\\\\]+",
                                message = "must be whole addresses such as org.example.app:/signed-in")
                        String>
                redirects,

        @Pattern(regexp = "https?://[^\\s/?#]+", message = "must be http(s)://host without a path")
        @DefaultValue("https://github.com")
        String githubUrl,

        @DefaultValue("") String githubClientId,
        @DefaultValue("") String githubClientSecret) {}
