package app.charla.account;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of registration.
 *
 * @param mode who may register, until an administrator changes it while the server runs
 * @param setupCode the code that makes the first administrator; blank to generate one
 */
@Validated
@ConfigurationProperties("charla.registration")
record RegistrationProperties(
        @DefaultValue("open") RegistrationMode mode,

        @Pattern(
                regexp = "|[A-Za-z0-9._~-]{16,100}",
                message = "must have 16 to 100 letters, digits, dots, hyphens, underscores or tildes")
        @DefaultValue("")
        String setupCode) {

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "RegistrationProperties[" + mode + "]";
    }
}
