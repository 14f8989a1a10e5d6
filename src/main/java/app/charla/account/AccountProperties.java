package app.charla.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of signing in and registering.
 *
 * @param limited false switches the limits off, for load tests
 * @param signInsPerMinute failed sign-ins a minute for one name; five times as many in five minutes for one address
 * @param registrationsPerHour new accounts an hour from one address
 * @param sessionLifetime how long a session lives without being used
 */
@ConfigurationProperties("charla.account")
record AccountProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("10") int signInsPerMinute,
        @DefaultValue("20") int registrationsPerHour,
        @DefaultValue("30d") Duration sessionLifetime) {}
