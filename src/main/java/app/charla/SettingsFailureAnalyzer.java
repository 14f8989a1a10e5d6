package app.charla;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/**
 * Explains a setting that cannot be used in the words of {@code .env.example}: its name, its value, what it must be.
 *
 * <p>The program binds properties ({@code charla.port}); people write settings ({@code PORT}). The placeholder in
 * {@code application.properties} is what ties the two, so that is where the name is looked up.
 */
@Order(0)
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
    private static final Pattern SECRET = Pattern.compile("TOKEN|SECRET|PASSWORD|KEY");
    private static final Map<Class<?>, String> MEANINGS = Map.of(
            boolean.class, "on or off",
            int.class, "a whole number",
            long.class, "a whole number",
            double.class, "a number",
            Duration.class, "a time such as 30s, 5m or 7d",
            DataSize.class, "a size such as 512KB or 50MB",
            Path.class, "a folder",
            URI.class, "an address");

    private final ConfigurableEnvironment environment;

    SettingsFailureAnalyzer(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
        if (findCause(failure, BindValidationException.class) instanceof BindValidationException invalid) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .filter(FieldError.class::isInstance)
                    .map(FieldError.class::cast)
                    .flatMap(error -> explain(
                            invalid.getValidationErrors().getName().append(kebab(error.getField())),
                            String.valueOf(error.getRejectedValue()),
                            String.valueOf(error.getDefaultMessage()),
                            failure)
                            .stream())
                    .findFirst()
                    .orElse(null);
        }
        var type = cause.getTarget().getType().resolve(Object.class);
        var meaning = MEANINGS.getOrDefault(type, "of the kind its comment in .env.example names");
        var property = cause.getProperty();
        return property == null
                ? null
                : explain(
                                cause.getName(),
                                environment.resolvePlaceholders(String.valueOf(property.getValue())),
                                "must be " + meaning,
                                failure)
                        .orElse(null);
    }

    private Optional<FailureAnalysis> explain(
            ConfigurationPropertyName property, String value, String reason, Throwable failure) {
        return settingOf(property).map(name -> {
            var shown = SECRET.matcher(name).find() ? "a value" : "the value \"" + value + "\"";
            return new FailureAnalysis(
                    "The setting " + name + " has " + shown + ", but it " + reason + ".",
                    "Correct " + name + " " + placeOf(name) + "; .env.example says what it means.",
                    failure);
        });
    }

    private Optional<String> settingOf(ConfigurationPropertyName property) {
        return sources()
                .map(source -> source.getProperty(property.toString()))
                .filter(String.class::isInstance)
                .map(text -> PLACEHOLDER.matcher((String) text))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }

    private String placeOf(String setting) {
        return sources()
                .filter(source -> source.containsProperty(setting))
                .findFirst()
                .map(PropertySource::getName)
                .map(name -> name.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                        ? "in the environment"
                        : "in .env")
                .orElse("");
    }

    private Stream<PropertySource<?>> sources() {
        return environment.getPropertySources().stream();
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
