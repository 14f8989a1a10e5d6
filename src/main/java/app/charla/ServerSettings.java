package app.charla;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the server as a whole; each feature has a record of its own for the rest.
 *
 * @param port where to listen; 0 takes any free port
 * @param publicUrl the address people type, when a proxy stands in front; blank otherwise
 * @param rateLimits false switches every limit off, for load tests
 */
@Validated
@ConfigurationProperties("charla")
record ServerSettings(
        @Min(0) @Max(65535) int port,

        @Pattern(regexp = "|https?://[^\\s/]+", message = "must be http(s)://host[:port] without a path")
        String publicUrl,

        boolean rateLimits) {}
