package app.charla;

import app.charla.account.RegistrationMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/**
 * Failure analyzer for settings: names the setting as in {@code .env.example}, its value, and what it must be.
 *
 * <p>The program binds properties ({@code charla.port}); people write settings ({@code PORT}). The placeholder in
 * {@code application.properties} connects the two, so the name is looked up there.
 */
@Order(0)
final class SettingsFailureAnalyzer implements FailureAnalyzer {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)[:}]");
    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern SECRET = Pattern.compile("TOKEN|SECRET|PASSWORD|KEY|CODE");
    private static final Map<Class<?>, String> MEANINGS = Map.of(
            Boolean.class, "on or off",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number",
            Duration.class, "a time such as 30s, 5m or 7d",
            DataSize.class, "a size such as 512KB or 50MB",
            Path.class, "a folder",
            URI.class, "an address",
            RegistrationMode.class, "open, invite, approval or closed");
    private static final String OTHERWISE = "of the kind its comment in .env.example names";

    private final ConfigurableEnvironment environment;

    SettingsFailureAnalyzer(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(this::problems)
                .flatMap(problem -> explain(problem, failure).stream())
                .findFirst()
                .orElse(null);
    }

    /** An invalid property or setting, its value, and the reason. */
    private record Problem(
            String name, @Nullable Object value, @Nullable String reason) {}

    private Stream<Problem> problems(Throwable failure) {
        return switch (failure) {
            case BindValidationException invalid -> problems(invalid.getValidationErrors());
            case BindException wrong
            when wrong.getProperty() instanceof ConfigurationProperty property ->
                Stream.of(new Problem(
                        wrong.getName().toString(), property.getValue(), "must be " + requirement(wrong.getTarget())));
            case InvalidConfigurationPropertyValueException wrong
            when SETTING.matcher(wrong.getName()).matches() ->
                Stream.of(new Problem(wrong.getName(), wrong.getValue(), wrong.getReason()));
            case InvalidConfigurationPropertyValueException wrong ->
                Stream.of(new Problem(wrong.getName(), wrong.getValue(), "must be " + requirement(wrong)));
            default -> Stream.empty();
        };
    }

    private static Stream<Problem> problems(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .map(error -> new Problem(
                        errors.getName().append(kebab(error.getField())).toString(),
                        error.getRejectedValue(),
                        error.getDefaultMessage()));
    }

    private static String requirement(Bindable<?> target) {
        return MEANINGS.getOrDefault(
                ClassUtils.resolvePrimitiveIfNecessary(target.getType().resolve(Object.class)), OTHERWISE);
    }

    private static String requirement(InvalidConfigurationPropertyValueException wrong) {
        return wrong.getCause() instanceof NumberFormatException ? "a whole number" : OTHERWISE;
    }

    private Optional<FailureAnalysis> explain(Problem problem, Throwable failure) {
        return settingBehind(problem.name()).map(name -> {
            var value = environment.resolvePlaceholders(String.valueOf(problem.value()));
            var shown = SECRET.matcher(name).find() ? "a value" : "the value \"" + value + "\"";
            return new FailureAnalysis(
                    "The setting " + name + " has " + shown + ", but it " + problem.reason() + ".",
                    "Correct " + name + " " + placeOf(name) + "; .env.example says what it means.",
                    failure);
        });
    }

    /** Follows placeholders from a property to the setting behind it, possibly through another property. */
    private Optional<String> settingBehind(String name) {
        if (SETTING.matcher(name).matches()) {
            return Optional.of(name);
        }
        return sources()
                .map(source -> source.getProperty(name))
                .filter(String.class::isInstance)
                .map(text -> PLACEHOLDER.matcher((String) text))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst()
                .flatMap(this::settingBehind);
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

    /**
     * Converts a field name to kebab case; for a list the index is omitted, as the value shows which entry is wrong.
     */
    private static String kebab(String field) {
        return field.replaceAll("\\[\\d+]", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
