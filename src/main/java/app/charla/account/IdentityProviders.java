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
 * The configured identity providers: OpenID Connect by {@code OIDC_<NAME>_ISSUER}, {@code _CLIENT_ID},
 * {@code _CLIENT_SECRET} and {@code _LABEL}, and GitHub. Contacts none of them, so that one that is down does not keep the
 * server from starting.
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
        Map<String, Map<String, String>> byName = new TreeMap<>();
        settingNames(environment).forEach(setting -> {
            String value = environment.getProperty(setting.group(), "").strip();
            if (!value.isEmpty()) {
                byName.computeIfAbsent(setting.group(1), unknown -> new TreeMap<>())
                        .put(setting.group(2), value);
            }
        });
        providers = Stream.concat(
                        byName.entrySet().stream().map(each -> oidc(each.getKey(), each.getValue())),
                        github(settings).stream())
                .sorted(Comparator.comparing(IdentityProvider::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        exclusive = settings.only();
        if (exclusive && providers.isEmpty()) {
            throw invalidSetting(
                    "PROVIDERS_ONLY", "on", "needs an identity provider: OIDC_<NAME>_ISSUER or GITHUB_CLIENT_ID");
        }
    }

    /** All providers, in the order of their labels. */
    public List<IdentityProvider> all() {
        return providers;
    }

    /** The provider with that name. */
    public Optional<IdentityProvider> findByName(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    /** The provider of identities with that issuer. */
    public Optional<IdentityProvider> findByIssuer(String issuer) {
        return providers.stream()
                .filter(provider -> provider.issuer().equals(issuer))
                .findFirst();
    }

    /** Returns whether people sign in by these providers only, so that passwords and passkeys are of no use. */
    public boolean isExclusive() {
        return exclusive;
    }

    /**
     * Checks that people may sign in by a password or a passkey.
     *
     * @throws ForbiddenException if people sign in by identity providers only
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
        for (String required : List.of("ISSUER", "CLIENT_ID")) {
            if (!values.containsKey(required)) {
                throw invalidSetting(
                        prefix + required,
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
                values.getOrDefault("LABEL", capitalized(name)),
                Protocol.OIDC,
                issuer,
                values.getOrDefault("CLIENT_ID", ""),
                values.getOrDefault("CLIENT_SECRET", ""));
    }

    private static Optional<IdentityProvider> github(IdentityProperties settings) {
        boolean hasId = !settings.githubClientId().isBlank();
        boolean hasSecret = !settings.githubClientSecret().isBlank();
        if (hasId != hasSecret) {
            throw hasId
                    ? invalidSetting("GITHUB_CLIENT_SECRET", "", "must be set, as GITHUB_CLIENT_ID is")
                    : invalidSetting("GITHUB_CLIENT_ID", "", "must be set, as GITHUB_CLIENT_SECRET is");
        }
        return hasId
                ? Optional.of(new IdentityProvider(
                        GITHUB,
                        "GitHub",
                        Protocol.GITHUB,
                        settings.githubUrl(),
                        settings.githubClientId().strip(),
                        settings.githubClientSecret().strip()))
                : Optional.empty();
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static RuntimeException invalidSetting(String setting, String value, String reason) {
        return new InvalidConfigurationPropertyValueException(setting, value, reason);
    }
}
