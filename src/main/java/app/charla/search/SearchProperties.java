package app.charla.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of searching.
 *
 * @param limited false switches the rate limit off, for load tests
 * @param perMinute searches per minute and person
 * @param gathering messages of this time are indexed together
 */
@ConfigurationProperties("charla.search")
record SearchProperties(
        @DefaultValue("true") boolean limited,
        @DefaultValue("120") int perMinute,
        @DefaultValue("100ms") Duration gathering) {}
