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
 * @param trustedProxies addresses and networks, separated by commas, whose {@code X-Forwarded-*} headers are believed
 * @param rateLimits false switches all limits off, for load tests
 * @see <a href="../../../../docs/decisions/009-setting-names.md">decision 009</a>
 */
@Validated
@ConfigurationProperties("charla")
record ServerSettings(
        @Min(0) @Max(65535) int port,

        @Pattern(regexp = "|https?://[^\\s/]+", message = "must be http(s)://host[:port] without a path")
        String publicUrl,

        @Pattern(regexp = "|" + NETWORK + "(\\s*,\\s*" + NETWORK + ")*", message = MUST_BE_NETWORKS)
        String trustedProxies,

        boolean rateLimits) {

    private static final String IPV4 =
            "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(/(3[0-2]|[12]?\\d))?";
    private static final String IPV6 = "[0-9a-fA-F]*:[0-9a-fA-F:.]*(/(12[0-8]|1[01]\\d|\\d?\\d))?";
    private static final String NETWORK = "(" + IPV4 + "|" + IPV6 + ")";
    private static final String MUST_BE_NETWORKS =
            "must be IP addresses or networks such as 172.16.0.0/12, separated by commas";
}
