package app.charla.account;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in with accounts from elsewhere. The OpenID Connect providers have names that nobody knows beforehand:
 * {@link IdentityProviders} reads them.
 *
 * @param only whether people sign in and register by providers only
 * @param emailDomains whose verified e-mails may sign in by a provider; all, if there are none
 * @param redirects where a program may be answered besides the loopback address
 * @param githubUrl GitHub, or a GitHub Enterprise Server
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
