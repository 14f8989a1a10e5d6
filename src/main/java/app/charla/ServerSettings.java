package app.charla;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the server as a whole; each feature has a record of its own.
 *
 * @param port the port to listen on; 0 for any free port
 * @param publicUrl the address that people type, behind a proxy; otherwise blank
 * @param rateLimits false switches all limits off, for load tests
 * @see <a href="../../../../docs/decisions/009-setting-names.md">decision 009</a>
 */
@Validated
@ConfigurationProperties("charla")
record ServerSettings(
        @Min(0) @Max(65535) int port,

        @Pattern(regexp = "|https?://[^\\s/]+", message = "must be http(s)://host[:port] without a path")
        String publicUrl,

        boolean rateLimits) {}
