package app.charla.account;

import app.charla.account.IdentityProvider.Protocol;
import app.charla.core.ForbiddenException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/**
 * The providers that the settings name: {@code OIDC_<NAME>_ISSUER} and its companions for each that speaks OpenID Connect,
 * and GitHub. None is spoken to here, so that one that is down keeps nothing from starting.
 */
@Component
public class IdentityProviders {

    private static final Pattern SETTING =
            Pattern.compile("OIDC_([A-Z0-9]+(?:_[A-Z0-9]+)*)_(ISSUER|CLIENT_ID|CLIENT_SECRET|LABEL)");
    private static final Pattern ISSUER = Pattern.compile("https?://[^\\s/?#]+(/[^\\s?#]*)?");
    private static final String GITHUB = "github";

    private final List<IdentityProvider> providers;
    private final boolean exclusive;

    IdentityProviders(ConfigurableEnvironment environment, IdentityProperties settings) {
        Map<String, Map<String, String>> named = new TreeMap<>();
        settingNames(environment).forEach(setting -> {
            String value = environment.getProperty(setting.group(), "").strip();
            if (!value.isEmpty()) {
                named.computeIfAbsent(setting.group(1), unknown -> new TreeMap<>())
                        .put(setting.group(2), value);
            }
        });
        providers = Stream.concat(
                        named.entrySet().stream().map(each -> oidc(each.getKey(), each.getValue())),
                        github(settings).stream())
                .sorted(Comparator.comparing(IdentityProvider::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        exclusive = settings.only();
        if (exclusive && providers.isEmpty()) {
            throw invalidSetting("PROVIDERS_ONLY", "on", "needs a provider: OIDC_<NAME>_ISSUER or GITHUB_CLIENT_ID");
        }
    }

    /** All of them, in the order in which people see them. */
    public List<IdentityProvider> all() {
        return providers;
    }

    /** The one of that name. */
    public Optional<IdentityProvider> findByName(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    /** The one whose identities are from there. */
    public Optional<IdentityProvider> findByIssuer(String issuer) {
        return providers.stream()
                .filter(provider -> provider.issuer().equals(issuer))
                .findFirst();
    }

    /** Whether people come by these providers only: nobody has a use for a password or a passkey. */
    public boolean isExclusive() {
        return exclusive;
    }

    /**
     * Insists that there are other ways in than providers.
     *
     * @throws ForbiddenException if people come by providers only
     */
    void requireLocalSignIn() {
        if (exclusive) {
            throw new ForbiddenException("oauth.only");
        }
    }

    private static Stream<Matcher> settingNames(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .distinct()
                .map(SETTING::matcher)
                .filter(Matcher::matches);
    }

    private static IdentityProvider oidc(String key, Map<String, String> values) {
        String name = key.toLowerCase(Locale.ROOT).replace('_', '-');
        String prefix = "OIDC_" + key + "_";
        if (name.equals(GITHUB)) {
            throw invalidSetting(prefix + "ISSUER", "", "cannot be set: GitHub is set by GITHUB_CLIENT_ID");
        }
        for (String needed : List.of("ISSUER", "CLIENT_ID")) {
            if (!values.containsKey(needed)) {
                throw invalidSetting(
                        prefix + needed,
                        "",
                        "must be set, as " + prefix + values.keySet().iterator().next() + " is");
            }
        }
        String issuer = values.getOrDefault("ISSUER", "");
        if (!ISSUER.matcher(issuer).matches()) {
            throw invalidSetting(prefix + "ISSUER", issuer, "must be the http(s) address of the issuer");
        }
        return new IdentityProvider(
                name,
                values.getOrDefault("LABEL", capitalised(name)),
                Protocol.OIDC,
                issuer,
                values.getOrDefault("CLIENT_ID", ""),
                values.getOrDefault("CLIENT_SECRET", ""));
    }

    private static Optional<IdentityProvider> github(IdentityProperties settings) {
        boolean known = !settings.githubClientId().isBlank();
        boolean secret = !settings.githubClientSecret().isBlank();
        if (known != secret) {
            throw known
                    ? invalidSetting("GITHUB_CLIENT_SECRET", "", "must be set, as GITHUB_CLIENT_ID is")
                    : invalidSetting("GITHUB_CLIENT_ID", "", "must be set, as GITHUB_CLIENT_SECRET is");
        }
        return known
                ? Optional.of(new IdentityProvider(
                        GITHUB,
                        "GitHub",
                        Protocol.GITHUB,
                        settings.githubUrl(),
                        settings.githubClientId().strip(),
                        settings.githubClientSecret().strip()))
                : Optional.empty();
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static RuntimeException invalidSetting(String setting, String value, String reason) {
        return new InvalidConfigurationPropertyValueException(setting, value, reason);
    }
}
