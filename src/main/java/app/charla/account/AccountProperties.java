package app.charla.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limits of sign-in and registration, and the lifetime of sessions.
 *
 * @param limited false switches the rate limits off, for load tests
 * @param signInsPerMinute failed sign-ins per minute for one name, by strangers; as many per five minutes for one name from
 *     one device or address; five times as many per five minutes for all names from one address
 * @param registrationsPerHour new accounts per hour from one address
 * @param peopleSearchesPerMinute searches for people per minute and account; each letter typed may be one
 * @param sessionLifetime how long a session lives without use
 * @param hashWait how long a password waits for a hashing thread; less than the default is for tests only
 * @param hashMemory memory that the hash of a password takes, in KiB; less than the default is for tests only
 */
@ConfigurationProperties("charla.account")
record AccountProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("10") int signInsPerMinute,
        @DefaultValue("20") int registrationsPerHour,
        @DefaultValue("120") int peopleSearchesPerMinute,
        @DefaultValue("30d") Duration sessionLifetime,
        @DefaultValue("5s") Duration hashWait,
        @DefaultValue("16384") int hashMemory) {}
