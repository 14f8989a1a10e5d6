package app.charla.notification;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of Web Push.
 *
 * @param on false disables it: no push service is contacted
 * @param contact whom push services write to about this server, an address of mail or web; blank for that of the server
 * @param allowLoopback whether push services may be on the server's own host and without TLS, for tests
 */
@Validated
@ConfigurationProperties("charla.push")
record PushProperties(
        @DefaultValue("true") boolean on,

        @Pattern(
                regexp = "|mailto:[^\\s@]+@[^\\s@]+|https://[^\\s/]+(/\\S*)?",
                message = "must be mailto:somebody@example.org or https://example.org")
        @DefaultValue("")
        String contact,

        @DefaultValue("false") boolean allowLoopback) {}
